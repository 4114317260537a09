/** Takes the place of @vscode/deviceid, a native module, whose id would be written to the user's home folder. */

import { randomUUID } from 'node:crypto';

/** An id that is worth nothing to telemetry, which is off anyway. */
export async function getDeviceId() {
  return randomUUID();
}
