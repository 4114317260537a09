;;; quit.el --- Opens an answers file and quits the editor, as people do, without stopping the server. -*- lexical-binding: t -*-

(find-file "answers.md")
(run-hooks 'post-command-hook)
(let ((end (+ (float-time) 30)))
  (while (and (not (eglot-current-server)) (< (float-time) end)) (accept-process-output nil 0.05)))
(princ (format "%s - starts the server again\n" (if (eglot-current-server) "ok" "not ok")))
(princ "done\n")
(kill-emacs 0)
;;; quit.el ends here
