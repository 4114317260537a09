import { readFileSync } from 'node:fs';
import { findTerm } from '../../server/src/core/links/find.ts';
import { TranscriptIndex } from '../../server/src/core/links/index.ts';
export function run(): number {
  const index = new TranscriptIndex();
  for (const f of ['real/podcast-transcript.txt', 'real/talk-transcript.md']) index.addText(f, readFileSync('/work/shared/' + f, 'utf8'));
  index.addText('s', readFileSync('/work/shared/speech/timed-speech-dev.jsonl', 'utf8').split('\n').filter(Boolean).map((l) => (JSON.parse(l) as { text: string }).text).join('\n\n'));
  const terms = 'Data Wall,Data Engine,Spring Boot,Power Automate,Pro Tools,Opera Cloud,Reward Model,World Bank,Open Source,Red Hat,Blue Prism,New Relic,Google Docs,Clear Bank,Test Rail,Team City,Chat Box,Vision Pro,Meta Quest,Human Eval,Scale Up,Tensor Core,Data Mesh,Data Lake,Model Card,Action Head,Motion Plan,Robot Arm,Action Model,Simulation Engine,Training Run,Language Barrier,World Series,Real Time,Data Robot,Second Life,Common Crawl,Active Directory,Core Data,Swift Data,Final Cut,Logic Pro,Unity Catalog,Delta Lake,Great Expectations,Fast Lane,Silver Bullet,Cold Start,Warm Pool,Hot Path,Golden Path,Paved Road,Product Board,Monday Board,Click Up,Street View,Cloud Run,Cloud Build,Lens Studio,Effect House,Spark Streaming,Circle Of Trust,Deep Learning,Big Table,Home Assistant,Sales Cloud,Service Now,Human Factors,Just Culture,Root Cause,Blast Radius,Game Day,Error Budget,Sound Stage,Story Points,Burn Down,Customer Success,Product Market Fit,North Star,Moving Average,Working Capital,Net Promoter,Gross Margin,Due Diligence,Force Majeure,Code Blue,Rapid Response,Early Warning,Care Plan,Lesson Plan,Key Stage,Black Box,White Paper,Red Team,Blue Team,Purple Team'.split(',');
  for (const t of terms) {
    const m = findTerm(t, index).filter((x) => x.tier === 'sound');
    if (m.length) console.log(t, m.map(({ shard, from, to }) => Array.from({ length: to - from }, (_, i) => index.vocabulary.word(shard.wordAt(from + i))).join(' ')).slice(0, 5).join(' | '));
  }
  return 0;
}
