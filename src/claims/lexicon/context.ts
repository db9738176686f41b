/** Which words take a sentence out: it hopes, asks, cites, or speaks of something that is not the model. */
import { type Row, rows } from './row.js';

/**
 * `hope`: plans, hopes, targets, expectations. `cited`: somebody else says so. `repair`: undoes what is worse.
 * `tried`: what was tried first. `past`: how things used to be.
 */
export type Mood = 'hope' | 'cited' | 'repair' | 'tried' | 'past';

export const MOODS: readonly Row<Mood>[] = [
  ...rows<Mood>(
    'hope',
    'should|might|may|could|would|ought to|shall|must',
    'hop(?:e|es|ed|ing)|hopefully|wish(?:es)?|ideally|expect(?:s|ed|ing)?|expectations?',
    'anticipat(?:e|es|ed)|projected|predicted|estimated|estimates?',
    'plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|intention|aim(?:s|ed|ing)?|goals?|targets?',
    'targeting|objectives?|ambition|roadmap|milestones?',
    'wants?|wanted|need(?:s|ed)? to|needs? improvement|try|tries|trying|attempts?(?: to)?',
    'attempting|proposals?|propos(?:e|es|ed|ing)|suggest(?:s|ed|ing)?|ideas?',
    'next (?:steps?|prs?|up|release|version|quarter|week|iteration|sprint)|later|eventually',
    'some day|someday|in (?:the|a) (?:near )?future|future(?: work)?|follow ups?|soon',
    'upcoming|once',
    'todos?|fixme|wip|tbd|not yet|still to do|out of scope|not done|not included|not part of',
    'left out|left for',
    'potential(?:ly)?|possib(?:le|ly)|can be (?:made|further|reduced|improved)|probabl[ye]',
    'likely|unlikely|presumably|perhaps|maybe|in theory|theoretical(?:ly)?|supposed to',
    'think|believe|guess|suspect|assum(?:e|es|ing)|doubt|imagine|wonder(?:s|ing)?|curious',
    'unsure|not sure|unclear|unknown|afraid',
    'see (?:if|whether)|whether|check (?:if|whether|that)|verify (?:that|if)',
    'test (?:if|whether)|investigat(?:e|es|ing)|explor(?:e|es|ing)|evaluat(?:e|ing)',
    'experiment(?:s|ing)? with|look(?:ing)? into|consider(?:s|ing)?',
    "let's|let us|lets see|please|request(?:s|ed)? (?:to|for)|feature request",
    "asked (?:to|for)|hard to say|cannot say|can't say|would like|opportunit(?:y|ies)",
    'room for|trying to|fail(?:s|ed)? to|used? case',
    "(?:we|i|you|they)(?:'ll| will)|will(?! not)|going to|gonna",
    'if (?:we|you|i) (?:ever|could|can|were|had)',
  ),
  ...rows<Mood>(
    'cited',
    '(?:papers?|authors?|literature|preprint|article) (?:\\w+ )?(?:reports?|reported|claim(?:s|ed)?|says?|said|shows?|showed)',
    '(?:papers?|authors?|literature|preprint|article) (?:\\w+ )?(?:states?|finds?|found|gets?|got|achieves?|mentions?|lists?)',
    '(?:in|as reported in|from|by) the (?:\\S+ ){0,2}(?:paper|literature|authors)',
    "paper's|authors'|arxiv|according to|reportedly|supposedly|allegedly",
    'claim(?:s|ed|ing)?|vendors?|blog ?posts?|release notes|reviewers?',
    'upstream (?:says|reports)',
    '(?:he|she|they|someone|people|users?) (?:say|says|said|report|reports|reported)',
    'original publication|advertised|rumou?r(?:s|ed)?',
  ),
  ...rows<Mood>(
    'repair',
    'fix(?:es|ed|ing)?|resolv(?:e|es|ed|ing)|address(?:es|ed|ing)?|debug(?:s|ging)?',
    'diagnos(?:e|es|ing)|undo(?:es|ing)?|revert(?:s|ed|ing)?|work(?:s|ed|ing)? around',
    'mitigat(?:e|es|ed|ing)|recover(?:s|ed|ing)?',
  ),
  ...rows<Mood>('tried', 'tried|experimented|reverted|rejected|abandoned|discarded'),
  ...rows<Mood>(
    'past',
    'used to(?: be)?|(?:was|were|ran|took|needed|used)(?= [^,;.]{0,40}\\bbefore\\b)',
    'the (?:old|previous|former|original) (?:one|model|version|head|decoder|encoder|code|implementation|path) (?:was|is|were|had|has|ran|runs|took|takes|needed|needs|used|uses)',
  ),
];

/** Words that look like one of the moods and are none. */
export const PLAIN: readonly Row<null>[] = [
  ...rows<null>(
    null,
    'target (?:hardware|device|platform|machine|board|cpu|gpu|opset|model|runtime|latency class)s?',
    'as (?:expected|planned|intended|hoped)',
    'according to (?:our|my|the) (?:\\w+ )?(?:measurements?|benchmarks?|readings?|profil(?:er|ing)|numbers|tests?|own)',
    'should be noted',
    'will (?=\\w+ ?$)',
    '(?:this|it|that|which|patch|commit|pr|change|model|version|head|encoder|decoder) will(?: now)?',
    'no longer need(?:s|ed)? to|not only|not just|not merely|nothing but|possible to',
    'made possible|makes? it possible|as (?:small|fast|low|high|much|many) as possible',
    'mixture of experts|more experts',
    // What is no cost of a model, though its words are.
    '(?:batch|mini ?batch|step|kernel|image|input|output|vocab|vocabulary|hidden|patch|window|chunk|block|tile|group|crop|context|buffer|cache|queue|font|page|diff|sample|population|effect|filter|stride|head|embedding|beam|dataset|data|training set|test set) sizes?',
    'half precision|half float|half of the (?:time|tests)|second half|first half',
    'at the same time|first time|this time|every time|each time|for the time being|last time',
    'one time|real time|at run ?time|in time|over time|all the time|any time|some time',
    'time series|time ?steps?|compile time constants?|faster r cnn|faster rcnn|faster whisper',
    'fasterrcnn|faster transformer|fast path|slow path|code quality|code size|out of memory',
    'memory (?:mapped|mapping|leaks?|safe|safety|layout|format|error)s?|power of two',
    'powers of two|class weights?|loss weights?|weight sharing|sharing weights|shared weights',
    'parameter sharing|weight decay|learning rates?|precision and recall of',
    'performance tests?|edge (?:case|device)s?|latency (?:critical|sensitive)|speed of light',
    'map (?:of|to)|cost functions?|loss functions?|cost model|more than|less than|fewer than',
    'greater than|at least|at most|no more than|no less than|over(?= ~?\\d)|nearly|almost',
    'about|around|roughly|approximately|approx\\.?|some(?= \\d)|under(?= ~?\\d)',
    'faster than real time|than real time|more and more|once more|what is more|more of',
    'more or less|more importantly|less important|sooner or later|if possible|where possible',
    'new features?|regression tests?|regression suite|linear regression|logistic regression',
    'box regression|regression heads?|hit rates?|cost of living|up to date|drop ?out',
    'drop support|drop in replacement|cut ?off|cuts? (?:a|the) release|saved models?',
    'save(?:s|d)? (?:the|a|to)|keep in mind|match(?:es)? the (?:paper|spec|style|docs?)',
    'changes? (?:log|set|list)|time to market|maintenance costs?|development costs?',
    '(?:query|test|build|rendering|page|ui|db|ci|web) performance|data quality',
    '(?:cli|command line|function|config|query|hyper|constructor|method) ?(?:params|parameters)',
    'hyperparameters?|(?:the )?same weights|shar(?:e|es|ed|ing) (?:the )?same \\w+',
    'same (?:parameters|params) (?:as|for|in|across)',
    'support(?:s|ed|ing)?(?: for)? (?:more|additional|extra) \\w+|cache hits?',
    'sav(?:e|es|ed|ing) (?:the |model |best |all |its )*(?:weights|params|parameters|checkpoints?|models?|outputs?|predictions|activations|files?)',
    'side effects?|change ?log',
  ),
];

/** Words for what a repository has besides its model. */
export const ELSEWHERE: readonly Row<null>[] = [
  ...rows<null>(
    null,
    // Tests, automation, tools.
    '(?:unit |integration |regression |e2e |smoke |slow |model )*(?:tests|test (?:suites?|runs?|cases?|time|jobs?|fixtures?|execution)|testing)',
    'pytest|unittests?|tox|nox|fixtures?|suites?',
    'ci|ci/cd|travis|jenkins|circleci|github actions',
    '(?:ci |github |build |test |release )+(?:pipelines?|workflows?|jobs?|runners?|actions)',
    'workflows?|runners?|builds?(?: times?| steps?| speeds?| sizes?)?',
    'compil(?:es|ation|ing)(?: times?)?|compile times?|linking|lint(?:er|ers|ing)?(?: time)?',
    'ruff|mypy|type check(?:s|ing|er)?|pre commit',
    'time ?outs?|intervals?|deadlines?|sleeps?|delays?|clips?|recordings?|polling|ttl',
    '(?:time )?to run the (?:benchmarks?|tests?|suite|eval\\w*|scripts?)|iteration speed',
    'development|debugging|feedback loops?|code reviews?|reviewing|onboarding|prototyping',
    'experimentation|turnaround|merge queue',
    '(?:pr|diff|patch|changes?|commit) (?:is|was|got|became|gets)(?= (?:\\S+ )?(?:larger|smaller|bigger|longer|shorter))',
    'dev server|assets?',
    // Pages and screens.
    '(?:docs|documentation|doc)(?: (?:page|site|pages|builds?|search))?|web ?sites?',
    'web ?pages?|web ?app|home ?page|landing page|pages?|sites?|dashboards?|ui|gui|front ?end',
    'notebooks?|readme|tutorials?|rendering',
    // What is shipped around the model.
    '(?:docker|container|base|runtime|ci) images?(?: sizes?)?|docker ?images?|docker',
    'dockerfile|containers?|image sizes?',
    '(?:python |release |pip )?(?:wheels?|packages?|installers?|tarballs?|sdists?)(?: sizes?)?',
    '(?:js |release |app |stripped )?(?:binar(?:y|ies)|bundles?|executables?|apks?)(?: sizes?)?',
    'node_modules|dependenc(?:y|ies)|repo(?:sitory)?(?: size)?|clones?|checkouts?|git',
    'install(?:s|ation|ing)?(?: times?| sizes?)?|imports?(?: times?)?',
    // Data on its way to the model, and what makes models.
    'data ?loaders?|(?:data|dataset|image) ?loading',
    'data (?:pipelines?|preparation|downloads?|processing|augmentation)|datasets?',
    'input pipelines?|pre ?processing|pre ?processors?|post ?processing|augmentations?',
    'image decoding|tokeni[sz](?:er|ers|ation|ing)|feature extraction',
    'training (?:loops?|scripts?|pipelines?|code)',
    'export(?:s|ing|er)?(?: to onnx)? (?:scripts?|time|step|process|takes|is|now|runs)',
    'exporter|conversion (?:time|script|step)s?|quanti[sz]ation (?:script|step|process)s?',
    '(?:eval|evaluation|benchmark|profiling|export|conversion) (?:scripts?|loops?|suites?|runs?|harness)',
    'scripts?|cli|command line',
    'api (?:responses?|servers?|calls?)|endpoints?|database|db|sql|logs?|logging',
    'download(?:ing|s)? (?:time|script)|downloading|uploads?|uploading|parsers?|parsing',
    'serializ(?:er|ation)|json|yaml',
  ),
];

/** Headings whose sections tell of what is not claimed. */
export const OPEN_SECTIONS =
  /^(?:\W*)(?:not (?:done|included|in (?:this|scope))|what (?:this|the) .{1,20}(?:not|n't)|what (?:is|was) not|out of scope|future|next|to ?do|follow.?ups?|later|plans?|goals?|targets?|objectives?|roadmap|ideas?|open (?:questions|items|points)|questions|expect(?:ed|ations)|hypothes[ie]s|related work|references|background|prior work|alternatives?|rejected|known (?:issues|limitations)|limitations|motivation|remaining|left out|won'?t do|non-?goals?|wish ?list|acceptance criteria|requirements)/i;
