/** Which words say that something changed, which way, and of which indicator where none is named. */
import { EFFICIENCY } from '../claim.js';
import { COST, ENERGY, LATENCY, MEMORY, MODEL_SIZE, type Noun } from './indicators.js';
import { type Row, rows } from './row.js';

/**
 * `down` and `up` are of the value, whichever way is better; `better` and `worse` as they say; `same` and `differs`
 * ("a change in", "an impact on") of either.
 */
export type Sense = 'down' | 'up' | 'better' | 'worse' | 'same' | 'differs';

export interface Change {
  readonly sense: Sense;
  /** Where the word's noun stands: behind an adjective or a verb, right before or behind a noun ("latency drop"). */
  readonly form: 'modifier' | 'verb' | 'noun';
  /** What it speaks of where no noun is given; null: it needs one. */
  readonly implied: Noun | null;
  /** Which nouns it can be said of, and can replace the implied one; `merit`: those that one wants kept, not weights. */
  readonly topic: 'speed' | 'size' | 'merit' | null;
  /** The factor in the word itself: 2 in "doubles", 1/2 in "halves". */
  readonly factor: number | null;
  /** A claim only with a size: "removes 30 % of the parameters", but not "removes parameters that nobody uses". */
  readonly needsSize: boolean;
  /** Said of the noun that follows, which may be no part of a model: "a larger batch". */
  readonly attributive: boolean;
}

const change = (sense: Sense, form: Change['form'], details: Partial<Change> = {}): Change => ({
  sense,
  form,
  implied: null,
  topic: null,
  factor: null,
  needsSize: false,
  attributive: false,
  ...details,
});

const SPEED: Noun = { ...LATENCY, better: 'higher', inverse: true };
const QUALITY: Noun = { ...MODEL_SIZE, indicator: 'quality', better: 'higher' };
const FLOPS: Noun = { ...MODEL_SIZE, indicator: 'flops' };
const AS_SUCH: Noun = { ...MODEL_SIZE, indicator: EFFICIENCY, better: 'higher' };
const reciprocal = (noun: Noun): Noun => ({ ...noun, better: 'higher', inverse: true });

const ofSpeed = { implied: SPEED, topic: 'speed' } as const;
const ofTime = { implied: LATENCY, topic: 'speed', attributive: true } as const;
const ofSize = { implied: MODEL_SIZE, topic: 'size', attributive: true } as const;

export const CHANGES: readonly Row<Change>[] = [
  // Values that fall.
  ...rows(change('down', 'modifier'), 'fewer|less|lower|reduced|decreased|minimi[sz]ed|cheaper in'),
  ...rows(
    change('down', 'verb'),
    'reduc(?:e|es|ing)|lower(?:s|ed|ing)|decreas(?:e|es|ing)|cuts?|cutting',
    'drop(?:s|ped|ping)?|fall(?:s|en|ing)?|fell',
    'sav(?:e|es|ed|ing)|shav(?:e|es|ed|ing)|trim(?:s|med|ming)?|slash(?:es|ed|ing)?',
    'minimi[sz](?:e|es|ing)|down|went down|declin(?:e|es|ed|ing)',
    'lowest|shed(?:s|ding)?|brings? down|take[sn]? down|sink(?:s|ing)?|sank',
    'lessen(?:s|ed|ing)?|dips?|dipped|diminish(?:es|ed|ing)?',
  ),
  ...rows(change('down', 'noun'), 'reductions?|decreases?|cut|savings?|drop offs?'),
  ...rows(
    change('down', 'verb', { needsSize: true }),
    'remov(?:e|es|ed|ing)|prun(?:e|es|ed|ing)|eliminat(?:e|es|ed|ing)|strip(?:s|ped|ping)?',
    'dropped|gets? rid of',
  ),
  ...rows(change('down', 'verb', { factor: 1 / 2 }), 'halv(?:e|es|ed|ing)'),
  ...rows(change('down', 'verb', { factor: 1 / 4 }), 'quarters|quartered|quartering'),
  // Values that rise.
  ...rows(change('up', 'modifier'), 'more|higher|increased|additional|extra|greater|added'),
  ...rows(
    change('up', 'verb'),
    'increas(?:e|es|ing)|rais(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|climb(?:s|ed|ing)?',
    'jump(?:s|ed|ing)?|grow(?:s|n|ing)?|grew',
    '(?:is|are|was|goes|go|went|gone|going|moves?|moved) up',
    'up(?= (?:by |about |around |~)*~?\\d)|up(?= (?:a|by a|from) )',
  ),
  ...rows(change('up', 'noun'), 'increases?|rise'),
  ...rows(change('up', 'verb', { needsSize: true }), 'adds?|adding|introduc(?:e|es|ing)'),
  ...rows(change('up', 'verb', { factor: 2 }), 'doubl(?:e|es|ed|ing)'),
  ...rows(change('up', 'verb', { factor: 3 }), 'tripl(?:e|es|ed|ing)'),
  ...rows(change('up', 'verb', { factor: 4 }), 'quadrupl(?:e|es|ed|ing)'),
  // Better and worse.
  ...rows(change('better', 'modifier'), 'better|improved|optimi[sz]ed|superior'),
  ...rows(
    change('better', 'verb'),
    'improv(?:e|es|ing)|boost(?:s|ed|ing)?|optimi[sz](?:e|es|ing)|enhanc(?:e|es|ed|ing)',
    'gains?|gained',
  ),
  ...rows(change('better', 'noun'), 'improvements?|gains?|boosts?|wins?|uplift'),
  ...rows(change('worse', 'modifier'), 'worse|worsened|degraded|inferior'),
  ...rows(
    change('worse', 'verb'),
    'worsen(?:s|ing)?|degrad(?:e|es|ing)|regress(?:es|ed|ing)?|hurt(?:s|ing)?',
    'harm(?:s|ed|ing)?|sacrific(?:e|es|ed|ing)|trad(?:e|es|ing)(?: away)?|suffer(?:s|ed|ing)?',
    'los(?:e|es|ing)|lost|deteriorat(?:e|es|ed|ing)',
    'costs?(?: us)?(?= ~?\\d)',
    'at (?:the|a|some|slight|small)? ?(?:cost|price|expense) (?:of|in|to)',
    'in exchange for',
  ),
  ...rows(
    change('worse', 'noun'),
    'loss(?:es)?|degradations?|regressions?|penalt(?:y|ies)|overheads?|hits?',
    '(?<=(?:accuracy|quality|latency) )costs?|drops?|deteriorations?|dips?|sacrifices?',
    'increase in cost',
  ),
  // Nothing changes.
  ...rows(
    change('same', 'verb'),
    'costs? nothing(?: extra)? (?:in|on)',
    'at (?:no|zero|little) (?:extra |additional )?(?:cost|price|expense) (?:of|in|to|for)',
  ),
  ...rows(
    change('same', 'modifier'),
    '(?:the |exactly the |roughly the |about the )?same|equal|equivalent|identical|comparable',
    'similar|on par|(?:bit |byte |pixel |numerically )(?:identical|exact|equal)|unchanged',
    'unaffected|untouched|intact|constant|flat|stable|neutral|within noise|as before',
    'as good as|no different',
  ),
  ...rows(
    change('same', 'verb', { topic: 'merit' }),
    'maintain(?:s|ed|ing)?|preserv(?:e|es|ed|ing)|retain(?:s|ed|ing)?|keep(?:s|ing)?|kept',
    'match(?:es|ed|ing)?',
  ),
  ...rows(
    change('same', 'verb'),
    '(?:stays?|stayed|staying|remain(?:s|ed|ing)?)(?: (?:at|the same|unchanged|constant|flat|stable|identical|intact|equal|within noise|put|as (?:it|they) (?:was|were|is|are)))',
  ),
  ...rows(
    change('differs', 'noun'),
    'changes?|differences?|impacts?|effects?|influence|trade offs?|compromises?',
  ),
  ...rows(
    change('differs', 'verb'),
    'changed|affect(?:s|ed|ing)?|differ(?:s|ed)?|chang(?:e|es|ing)|impact(?:s|ed|ing)?',
    'alter(?:s|ed|ing)?',
  ),
  // Speed.
  ...rows(
    change('better', 'modifier', ofSpeed),
    'faster|quicker|speedier|snappier|swifter|more quickly|more performant|as quick(?:ly)? as',
  ),
  ...rows(
    change('better', 'verb', ofSpeed),
    'speed(?:s|ed|ing)? up|sped up|speed(?:s|ing)? (?:\\S+ ){1,3}?up(?! to)|accelerat(?:e|es|ed|ing)',
  ),
  ...rows(change('better', 'noun', ofSpeed), 'speed ?ups?|accelerations?'),
  ...rows(
    change('worse', 'modifier', { implied: LATENCY, topic: 'speed' }),
    'slower|more slowly|slower running',
  ),
  ...rows(
    change('worse', 'verb', { implied: LATENCY, topic: 'speed' }),
    'slow(?:s|ed|ing)?(?: \\S+){0,3}? down|slows',
  ),
  ...rows(
    change('worse', 'noun', { implied: LATENCY, topic: 'speed' }),
    'slow ?downs?|(?:inference|runtime|run time) (?:overheads?|penalty)',
  ),
  ...rows(change('worse', 'noun', { implied: FLOPS }), '(?:compute|computational) overheads?'),
  ...rows(change('down', 'modifier', ofTime), 'shorter'),
  ...rows(change('up', 'modifier', ofTime), 'longer'),
  // Size.
  ...rows(
    change('down', 'modifier', ofSize),
    'smaller|lighter|slimmer|thinner|tinier|more compact|more lightweight|lighter weight',
    'less bloated|leaner model',
  ),
  ...rows(change('up', 'modifier', ofSize), 'larger|bigger|heavier|bulkier'),
  ...rows(
    change('down', 'verb', ofSize),
    'shrink(?:s|ing)?|shrank|shrunk|compress(?:es|ed|ing)?|compact(?:s|ed|ing)',
    'slim(?:s|med|ming)?(?: down)?',
  ),
  ...rows(change('down', 'noun', { implied: MODEL_SIZE, topic: 'size' }), 'compression'),
  // Adjectives that carry their indicator with them.
  ...rows(change('down', 'modifier', { implied: COST }), 'cheaper|less expensive|less costly'),
  ...rows(change('up', 'modifier', { implied: COST }), 'more expensive|costlier|more costly|pricier'),
  ...rows(
    change('down', 'modifier', { implied: FLOPS }),
    'computationally (?:cheaper|lighter|less expensive)|cheaper to compute',
    'less computationally expensive|less compute intensive',
  ),
  ...rows(
    change('up', 'modifier', { implied: FLOPS }),
    'computationally (?:heavier|more expensive)|more compute intensive',
  ),
  ...rows(change('up', 'modifier', { implied: QUALITY }), 'more accurate|more precise'),
  ...rows(change('down', 'modifier', { implied: QUALITY }), 'less accurate|less precise'),
  ...rows(
    change('better', 'modifier', { implied: AS_SUCH }),
    '(?:more|most) (?:\\w+ly )?(?:resource )?efficient(?:ly)?|more economical|leaner',
    '(?:lighter|easier) on resources|more frugal|less wasteful|less resource intensive',
  ),
  ...rows(
    change('worse', 'modifier', { implied: AS_SUCH }),
    'less efficient(?:ly)?|more wasteful|more resource intensive',
  ),
  ...rows(
    change('better', 'modifier', { implied: reciprocal(MEMORY) }),
    'more memory efficient(?:ly)?|less memory (?:hungry|intensive)|lighter on memory',
  ),
  ...rows(
    change('worse', 'modifier', { implied: MEMORY }),
    'less memory efficient|more memory (?:hungry|intensive)',
  ),
  ...rows(
    change('better', 'modifier', { implied: reciprocal(ENERGY) }),
    'more (?:energy|power) efficient(?:ly)?|less (?:power|energy) hungry',
  ),
  ...rows(
    change('better', 'modifier', { implied: reciprocal({ ...MODEL_SIZE, indicator: 'parameters' }) }),
    'more parameter efficient',
  ),
  ...rows(
    change('better', 'modifier', { implied: reciprocal(FLOPS) }),
    'more compute efficient|more computationally efficient',
  ),
  ...rows(change('better', 'modifier', { implied: reciprocal(COST) }), 'more cost (?:efficient|effective)'),
];

/** "twice as fast", "half as long": a ratio with a size before it, sameness without one. */
export const AS_MUCH: readonly Row<Noun | null>[] = [
  ...rows<Noun | null>(SPEED, 'as (?:fast|quick|quickly|speedy)(?: as)?'),
  ...rows<Noun | null>(LATENCY, 'as (?:slow|slowly|long)(?: as)?'),
  ...rows<Noun | null>(MODEL_SIZE, 'as (?:large|big|small|heavy|light)(?: as)?'),
  ...rows<Noun | null>(QUALITY, 'as accurate(?:ly)?(?: as)?', 'as good(?: as)?'),
  ...rows<Noun | null>(COST, 'as (?:expensive|cheap)(?: as)?'),
  ...rows<Noun | null>(AS_SUCH, 'as efficient(?:ly)?(?: as)?'),
  ...rows<Noun | null>(null, 'as (?:many|much|high|low)'),
];
