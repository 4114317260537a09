/** Takes the place of @vscode/native-watchdog, which ends an extension host whose parent died while it was blocked. */

// Nothing is left to do here: the extension host looks for its parent every second by itself, and guard.mjs ends the
// whole process group of the server, blocked or not.
exports.start = () => {};
