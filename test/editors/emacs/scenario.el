;;; scenario.el --- What a person does with an answers file in Emacs, by eglot's own functions; one line for each check. -*- lexical-binding: t -*-

(require 'cl-lib)
(require 'flymake)
(require 'imenu)
(require 'xref)

(defconst ia-patience 30 "How many seconds something may take.")

(defun ia-say (name ok &optional detail)
  "Print whether the check NAME is OK, else with DETAIL."
  (princ (if ok (format "ok - %s\n" name)
           (format "not ok - %s: %s\n" name (replace-regexp-in-string "\n" " | " (format "%s" detail))))))

(defmacro ia-step (name &rest body)
  "Check NAME: BODY ends with something that isn't nil, or with (nil . DETAIL)."
  (declare (indent 1))
  `(condition-case problem
       (let ((result (progn ,@body)))
         (if (and (consp result) (null (car result)))
             (ia-say ,name nil (cdr result))
           (ia-say ,name result "it did not happen")))
     (error (ia-say ,name nil (error-message-string problem)))))

(defmacro ia-await (&rest body)
  "Wait until BODY gives something, and return that."
  `(let ((end (+ (float-time) ia-patience)) value)
     (while (and (not (setq value (progn ,@body))) (< (float-time) end))
       (accept-process-output nil 0.05))
     value))

(defun ia-go-to (words)
  "Put the cursor into the first of WORDS."
  (goto-char (point-min))
  (search-forward words)
  (goto-char (1+ (match-beginning 0))))

(defun ia-findings ()
  "The messages of all findings, as Flymake has them."
  (flymake-start)
  (accept-process-output nil 0.05)
  (mapconcat #'flymake-diagnostic-text (flymake-diagnostics) "\n"))

(defun ia-hover ()
  "What eldoc shows at the cursor."
  (let (shown)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown (or text ""))))
    (substring-no-properties (or (ia-await shown) ""))))

(defun ia-has (text &rest words)
  "TEXT if it has all WORDS, else (nil . TEXT)."
  (if (cl-every (lambda (one) (string-match-p (regexp-quote one) text)) words) t (cons nil text)))

(find-file "answers.md")
;; eglot-hover-eldoc-function shows nothing for a buffer that no window shows.
(switch-to-buffer (current-buffer))
(defvar ia-answers (current-buffer))

(ia-step "starts the server"
  (run-hooks 'post-command-hook)
  (ia-await (and (eglot-current-server) eglot--managed-mode)))

(defvar ia-server (eglot-current-server))
(defvar ia-process (and ia-server (jsonrpc--process ia-server)))

(ia-step "shows findings"
  (ia-await (string-match-p "duration/malformed-target" (ia-findings)))
  (ia-has (ia-findings) "duration/malformed-target" "duration/over"))

(ia-step "hover on a heading shows its time"
  (ia-go-to "Why Corvid Systems")
  (ia-has (ia-hover) "Target: 30 s" "Words"))

(ia-step "hover on a term shows what it means and who talks about it"
  (ia-go-to "backpressure")
  (let (text)
    ;; The transcripts are read in the background.
    (ia-await (setq text (ia-hover)) (string-match-p "back pressure" text))
    (ia-has text "Telling the sender" "back pressure")))

(ia-step "definition goes into the transcript"
  (ia-go-to "backpressure")
  (let* ((found (xref-backend-definitions 'eglot "LSP identifier at point."))
         (place (xref-item-location (car found))))
    (with-current-buffer (marker-buffer (xref-location-marker place))
      (goto-char (xref-location-marker place))
      (ia-has (concat buffer-file-name ": " (thing-at-point 'line)) "transcripts/writing-things-down.md" "back pressure"))))

(set-buffer ia-answers)

(ia-step "references list all passages"
  (ia-go-to "backpressure")
  (ia-has (mapconcat (lambda (one) (xref-location-group (xref-item-location one)))
                     (xref-backend-references 'eglot "LSP identifier at point.")
                     "\n")
          "writing-things-down.md" "answers.md"))

(ia-step "a quick fix is a plain edit"
  (let* ((titles nil)
         (before (buffer-string))
         (last-nonmenu-event 'none))
    (goto-char (point-min))
    (search-forward "## Why Corvid Systems")
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt items &rest _)
                 (setq titles (mapcar #'car items))
                 (cl-find-if (lambda (one) (string-match-p "target" one)) titles))))
      (eglot-code-actions (line-beginning-position) (line-end-position) nil t))
    (if (equal before (buffer-string)) (cons nil titles) t)))

(ia-step "the findings follow the edit"
  (eglot--signal-textDocument/didChange)
  (ia-await (not (string-match-p "over the target of 30 s" (ia-findings))))
  (if (string-match-p "over the target of 30 s" (ia-findings)) (cons nil (ia-findings)) t))

(ia-step "the findings follow what is typed"
  (cl-flet ((malformed () (1- (length (split-string (ia-findings) "duration/malformed-target")))))
    (goto-char (point-max))
    (let ((start (point)) with)
      (insert "\n## Really (≈ seconds)\n\n🙂 Yes, and I mean it.\n")
      (eglot--signal-textDocument/didChange)
      (ia-await (= (malformed) 2))
      (setq with (malformed))
      (delete-region start (point-max))
      (eglot--signal-textDocument/didChange)
      (ia-await (= (malformed) 1))
      (if (and (= with 2) (= (malformed) 1)) t (cons nil (list with (malformed)))))))

(ia-step "the outline has the headings"
  (let ((imenu-auto-rescan t))
    (ia-has (format "%S" (funcall imenu-create-index-function)) "Tell me about yourself" "Situation")))

(ia-step "folds are offered"
  (> (length (jsonrpc-request ia-server :textDocument/foldingRange (list :textDocument (eglot--TextDocumentIdentifier)))) 10))

(ia-step "completion offers targets"
  (goto-char (point-min))
  (search-forward "## What are you looking for in a team")
  (insert " (")
  (eglot--signal-textDocument/didChange)
  (let* ((capf (eglot-completion-at-point))
         (all (all-completions "" (nth 2 capf))))
    (delete-char -2)
    (eglot--signal-textDocument/didChange)
    (ia-has (format "%S" all) "second")))

(ia-step "rename is answered where it is offered"
  (if (not (eglot--server-capable :renameProvider)) t
    (ia-go-to "backpressure")
    (let ((eglot-confirm-server-initiated-edits nil))
      (cl-letf (((symbol-function 'y-or-n-p) (lambda (&rest _) t)))
        (eglot-rename "counterpressure")))
    (ia-has (buffer-string) "counterpressure")))

(ia-step "the server ends when it is stopped"
  (eglot-shutdown ia-server)
  (ia-await (not (process-live-p ia-process))))

(princ "done\n")
;;; scenario.el ends here
