;;; packages.el --- Finds the packages that Debian installs, as an Emacs with its site files does. -*- lexical-binding: t -*-

(require 'package)
(dolist (folder '("/usr/share/emacs/site-lisp/elpa"))
  (when (file-directory-p folder)
    (add-to-list 'package-directory-list folder)))
(package-initialize)
(require 'markdown-mode)
(require 'eglot)
;;; packages.el ends here
