/** Has property tests draw the same values in every run, so that a run that fails can be repeated: `FC_SEED=random` draws others, `FC_SEED=7` those of 7. */

import fc from 'fast-check';

const wanted = process.env['FC_SEED'] ?? '1';
if (wanted !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) });
