/** Terms are found where a transcript talks about them, however it writes them, and nowhere else. */

import { describe, expect, test } from 'vitest';
import { Glossary } from '../../server/src/core/glossary/glossary.ts';
import { knowledgeOf } from '../../server/src/core/glossary/knowledge.ts';
import { readGlossary } from '../../server/src/core/glossary/readGlossary.ts';
import { findTerm } from '../../server/src/core/links/find.ts';
import { checkLinks as check, indexOf } from '../support/links.ts';

/** Looks a term up in a glossary before it is looked for. */
function checkWith(glossary: string, term: string, marked: string, tiers = ''): void {
  check(term, marked, tiers, knowledgeOf(term, new Glossary(readGlossary(glossary).entries)));
}

describe('the term as it is written', () => {
  test.each([
    ['motion planner', 'Our «motion planner» is slow. The «Motion Planner» of theirs is fast. «MOTION-PLANNER» it says.'],
    ['sim-to-real', 'The trick in «sim to real» is noise; «Sim-to-Real» needs it.'],
    ['the pick rate', 'It is the «pick rate» that counts.'],
    ['C++', 'We wrote it in «C++» and not in C or C#.'],
    ['Müller grip', 'They call it a «Muller grip», or «Müller grip».'],
    ["Moore's law", "That was «Moore's law», «Moore’s law» to be exact."],
    ['强化学习', '我们用«强化学习»训练机器人。学习很重要。'],
    ['ロボット', 'この«ロボット»は歩く。'],
  ])('%s', (term, marked) => {
    check(term, marked, 'exact');
  });

  test.each([
    ['motion planner', 'The motion was slow, and of all that we had seen in those ten long years the planner was the worst.'],
    ['pick rate', 'We pick a lot. I rate that highly.'.replace('pick a lot. I rate', 'pick fruit in the early morning hours, and rate')],
    ['C++', 'We wrote it in C and in C#, and grade C is a pass.'],
    ['Java', 'All of it is JavaScript.'],
    ['强化学习', '我们学习强化的方法，不多也不少，然后回家。'.replace('学习强化', '强化了很多很多别的东西以后才开始学习')],
    ['gripper', 'It has a grip.'],
    ['', 'Nothing is found for nothing.'],
    ['the', 'Is the article looked for? No.'.replace('the', 'an')],
    ['!?', 'Signs! Are they words?'],
  ])('%s is not in it', (term, marked) => {
    check(term, marked);
  });
});

describe('other forms', () => {
  test.each([
    // Joined and split.
    ['motionplanner', 'The «motion planner» is slow.', 'exact'],
    ['tele-operation', 'We do «teleoperation» and «tele operation».', 'exact'],
    ['PyTorch', 'In «PyTorch», «py torch», and «Pytorch».', 'exact'],
    ['DreamGen', 'They built «dream gen» and «DreamGen».', 'exact'],
    // Numbers as words and digits.
    ['system two', 'Then «System 2» takes over, and «system two» waits.', 'inflected exact'],
    ['N1', 'They had «N1» and «N one».', 'exact inflected'],
    ['GPT4', 'It is «GPT 4» or «GPT-4» or «GPT four».', 'exact exact inflected'],
    // Letters drawn as digits.
    ['GR00T', 'It is «GR00T», said as «groot», and «Groot».', 'exact'],
    ['text2sql', 'We call it «text to sql» or «text2sql».', 'exact'],
    // Plurals, and other forms of words.
    ['world model', 'All «world models» dream; a «world model» does.', 'inflected exact'],
    ['policies', 'One «policy» and more «policies».', 'inflected exact'],
    ['simulate', 'We «simulated» it, «simulating» more, in a «simulation».', 'inflected'],
    ['matrix', 'A «matrix» of «matrices».', 'exact inflected'],
    // Clipped words.
    ['teleop', 'Hours of «teleoperation», or «teleop».', 'inflected exact'],
    ['RLHFs', 'With «RLHF» it is done.', 'inflected'],
    // Acronyms as captions spell them.
    ['SBAR', 'We taught everyone «S-BAR» and «S B A R».', 'exact exact'],
  ])('%s', (term, marked, tiers) => {
    check(term, marked, tiers);
  });

  test.each([
    ['transformer', 'We transform the data, and the transformation is slow.'],
    ['generalist', 'In general it is fine.'],
    ['ABAR', 'There is a bar.'],
    ['CAI', 'I see a, I mean, C and a few.'],
    ['Cohere', 'It was a coherent and cohesive talk.'],
    ['policy', 'The police came.'],
    ['university', 'The universe is large.'],
    ['N1', 'There is one of them, and N of those.'],
    ['GR00T', 'It is a root of great use.'],
    ['system two', 'We have two of each system that was ever built here by hand.'.replace('two of each system', 'two')],
  ])('%s is another word', (term, marked) => {
    check(term, marked);
  });
});

describe('words near each other', () => {
  test('in any order, with a few words between', () => {
    check('reward shaping', 'So «shaping your reward» is an art.', 'near');
    check('calibrated cameras', 'The «cameras are all calibrated» at night.', 'near');
  });

  test('not far from each other, and not the agent of the deed', () => {
    check('reward shaping', 'Shaping takes time, patience, and many tools that cost money; the reward is large.');
    check('policy optimizer', 'We optimize a policy.');
  });
});

describe('phrases over the ends of captions', () => {
  test('are found whole', () => {
    check(
      'impedance control',
      '**[00:01]** so we use «impedance\n\n**[00:04]** control» for the arm\n\n**[00:07]** and that is it',
      'exact',
    );
    check('world model', '1\n00:00:01,000 --> 00:00:02,000\nit has a «world\nmodel» now\n', 'exact');
  });

  test('not over a caption between', () => {
    check('impedance control', '**[00:01]** so we use impedance\n\n**[00:04]** meters and many other tools and\n\n**[00:07]** control');
  });
});

describe('capitals', () => {
  test('a plain word as a name is meant where it has a capital of its own', () => {
    check('Scale', 'We asked «Scale» for labels. At scale this costs. Scale it up.', 'exact');
    check('Figure', 'The robot of «Figure» walks. We figure it out.', 'exact');
  });

  test('an acronym that is a plain word is meant where it is in capitals', () => {
    check('BEHAVIOR', 'The «BEHAVIOR» benchmark tests behavior. Behavior is hard.', 'exact');
    check('RAG', 'With «RAG» you need no rag.', 'exact');
  });

  test('a transcript without capitals may mean it', () => {
    check('Scale', 'so then «scale» sent us labels', 'exact');
  });

  test('a plain word in capitals is not meant by the plain word', () => {
    check('BEHAVIOR', 'Their behavior was odd.');
    check('RAG', 'Take a rag and wipe it. Rags help.');
  });

  test('a plain term is found with and without', () => {
    check('scale', 'At «scale» it is slow. «Scale» it.', 'exact');
  });
});

describe('parts of names', () => {
  test('the name alone, where the whole has been said', () => {
    check('Daniel Kahneman', '«Daniel Kahneman» wrote it. As «Kahneman» says, slow down. So «Kahneman» is right.', 'exact partial partial');
    check('Scale AI', 'We work with «Scale AI» a lot. Then «Scale» went on.'.replace('Then', 'And then'), 'exact partial');
  });

  test('not where it is a part of another name, begins a sentence, or the whole was never said', () => {
    check('Daniel Kahneman', '«Daniel Kahneman» wrote it. My friend Daniel Craig did not.', 'exact');
    check('Scale AI', '«Scale AI» grew. Scale matters. We scale up.', 'exact');
    check('Daniel Kahneman', 'I met Daniel there, and a man by the name of Craig.');
  });

  test('a generic head can be left out', () => {
    check('sim-to-real gap', 'The «sim-to-real gap» is wide. Work on «sim-to-real» goes on.', 'exact partial');
    check('sim-to-real gap', 'We think about «sim2real» a lot.', 'partial');
    check('sim-to-real gap', 'Mind the gap between the train and the door.');
  });

  test('the word before a code name can be left out', () => {
    check('Project Aurora9', 'We call it «Aurora9» here.', 'partial');
  });
});

describe('what glossaries know', () => {
  test('other names, and acronyms', () => {
    checkWith(
      '- **VLA**: x\n  - also known as: vision-language-action model',
      'VLA',
      'A «vision language action model» and a «VLA».',
      'alias exact',
    );
    checkWith('## Zebra arm\n- aka: ZA\n', 'ZA', 'Our «zebra arms» are striped.', 'alias');
    checkWith('', 'chain of thought', 'They print the «chain-of-thought».', 'exact');
    checkWith('', 'bbox', 'Then the «bounding box» is drawn.', 'alias');
  });

  test('mishearings', () => {
    const glossary = '## Kubrik9\n- heard as: cube brick nine, the cow brick\n';
    checkWith(glossary, 'Kubrik9', 'So «cube brick nine» and «cow brick» and «cube brick 9» are fine.', 'heard');
    checkWith(glossary, 'Kubrik9', 'The cube was made of brick, not of nine cows.');
  });

  test('the glossary of another term says nothing', () => {
    checkWith('## Other\n- heard as: cube brick nine\n', 'Ostrich grip', 'So cube brick nine.');
  });
});

describe('misheard names', () => {
  test('a word that speech has not got, and sounds like the name', () => {
    check('Kubernetes', 'We run it all on «kubernetties» now.', 'sound');
    check('Mercor', 'At «Mercor» they pay. People at «Meror» asked that.', 'exact sound');
  });

  test('plain words that sound like the name to the letter', () => {
    check('PyTorch', 'Then we move to «pie torch» for training.', 'sound');
    check('Hugging Face', 'Then we look at «hugging phase» for weights.', 'sound');
    check('Solidity', 'We want to solidify that.');
    check('LlamaIndex', 'At Luminex they make lamps.');
    check('Data Engine', 'We look at the data and in the data ending.');
  });

  test('plain words a little off, where the title has the name, and not elsewhere', () => {
    const head = '# A talk about «Kahneman»\n\n';
    check('Kahneman', `${head}**[00:01]** as «con a man» wrote\n\n**[00:04]** we are slow`, 'exact sound');
    check('Kahneman', '# A talk\n\n**[00:01]** as con a man wrote\n\n**[00:04]** we are slow');
  });

  test('no plain words without such a context', () => {
    check('Mercor', 'Then the car came. We make more of them.');
    check('Kubernetes', 'The net is a cube, and it eases the pain.');
    check('Groq', 'You grow a rock in your garden.');
  });

  test('no plain term, and no acronym', () => {
    check('gripper', 'It was a grim paper.');
    check('SLAM', 'The slim lamb was there.');
    check('VLA', 'In the villa we slept.');
  });
});

test('a transcript that cannot be read has nothing', () => {
  for (const text of ['', '%PDF-1.7', '{"a": 1}', 'WEBVTT']) expect(findTerm('a', indexOf(text))).toEqual([]);
});
