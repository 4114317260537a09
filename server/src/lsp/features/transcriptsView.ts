/** interviewAnswers/transcripts and its topics: what the view of transcripts shows. */

import { fileName } from '../../core/text/uri.ts';
import { describePassage } from '../../core/links/links.ts';
import type { Topic, TopicsParams, TranscriptEntry } from '../../protocol/transcripts.ts';
import type { Links } from '../links.ts';

export function transcriptsView({ transcripts }: Links) {
  return function transcriptsView(): TranscriptEntry[] {
    return [...transcripts.files()].sort().map((uri) => {
      const shard = transcripts.index.get(uri);
      const seconds = shard?.data.seconds.reduce((most, at) => (at > most ? at : most), -1) ?? -1;
      const [problem] = transcripts.problemsOf(uri);
      return {
        uri,
        title: shard?.data.title ?? fileName(uri),
        speakers: shard?.data.speakers ?? [],
        ...(seconds >= 0 && { seconds }),
        ...(problem !== undefined && { problem: problem.message }),
      };
    });
  };
}

/** The terms of the answers and the glossary that a transcript talks about, the most frequent first. */
export function topics(links: Links) {
  return async function topics({ uri }: TopicsParams, isCancelled: () => boolean): Promise<Topic[]> {
    const terms = new Map<string, string>();
    for (const file of await links.allTerms(isCancelled)) for (const { key, term } of file.terms) if (!terms.has(key)) terms.set(key, term);
    for (const { term } of links.transcripts.glossary.entries) terms.set(term.toLowerCase(), term);
    const found: Topic[] = [];
    for (const term of terms.values()) {
      if (isCancelled()) return [];
      const passages = links.passagesOf(term).filter(({ shard }) => shard.uri === uri);
      if (passages.length === 0) continue;
      found.push({
        term,
        passages: passages
          .slice(0, MOST_PASSAGES)
          .map(describePassage)
          .sort((a, b) => a.start.line - b.start.line)
          .map(({ start, end, text, seconds, heardAs }) => ({
            range: { start, end },
            text,
            ...(seconds !== undefined && { seconds }),
            ...(heardAs !== undefined && { heardAs }),
          })),
      });
    }
    return found.sort((a, b) => b.passages.length - a.passages.length || (a.term < b.term ? -1 : 1));
  };
}

const MOST_PASSAGES = 100;
