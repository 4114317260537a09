/** Writes targets as the protocol has them. */

import { t } from '../../../server/src/core/locale/locale.ts';
import { formatSeconds } from '../../../server/src/core/text/format.ts';
import type { TargetBounds } from '../../../server/src/protocol/overview.ts';

/** "30 s", "1 min to 2 min", "at most 90 s", "at least 2 min". */
export function formatBounds({ min, max }: TargetBounds): string {
  if (max === null) return t('at least {0}', formatSeconds(min));
  if (min === max) return formatSeconds(min);
  return min === 0 ? t('at most {0}', formatSeconds(max)) : t('{0} to {1}', formatSeconds(min), formatSeconds(max));
}
