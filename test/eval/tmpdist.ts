import { phonesOfTerm, phonesOfWord, join, distance } from '../../server/src/core/links/phones.ts';
import { classOf } from '../../server/src/core/links/words.ts';
export function run(): number {
  for (const w of ['teleoperate','teleoperation','teleoperated','teleoperating']) { console.log(w, classOf(w), phonesOfTerm(w).length,
    (distance(phonesOfTerm(w), join(['tell','operate'].map(phonesOfWord)))/phonesOfTerm(w).length).toFixed(3)); }
  return 0;
}
