/** Which words name which indicator. */
import { EFFICIENCY } from '../claim.js';
import { exactRows, Lexicon, type Row, rows } from './row.js';

export interface Noun {
  readonly indicator: string;
  readonly better: 'lower' | 'higher';
  /** The word names the reciprocal of the indicator: speed, of latency. */
  readonly inverse: boolean;
  /** Names the indicator only beside words of speed ("inference is faster") or of size ("a smaller model"). */
  readonly beside: 'speed' | 'size' | 'sameness' | null;
  /** Whether "faster" may be said of it. */
  readonly time: boolean;
}

const noun = (indicator: string, details: Partial<Noun> = {}): Noun => ({
  indicator,
  better: 'lower',
  inverse: false,
  beside: null,
  time: false,
  ...details,
});
const inverse = (indicator: string): Noun => noun(indicator, { better: 'higher', inverse: true, time: true });
const time = (indicator: string): Noun => noun(indicator, { time: true });
const doing = (indicator: string): Noun => noun(indicator, { time: true, beside: 'speed' });

export const LATENCY = time('latency_p50');
export const MODEL_SIZE = noun('model_bytes');
export const MEMORY = noun('peak_rss_bytes');
export const THROUGHPUT = noun('throughput', { better: 'higher' });
export const ENERGY = noun('energy_per_inference');
export const COST = noun('cost_per_million');

/** Words after which a noun names a test or a setting, not a cost: "latency check", "memory leak". */
const NOT_THE_VALUE = String.raw`(?! (?:checks?|tests?|benchmarks?|budgets?|thresholds?|limits?|targets?|tolerances?|reports?|tracking|measurements?|logging|logs?|metrics?|calculations?|estimat(?:or|ion)s?|profil(?:er|ing)|scripts?|columns?|plots?|graphs?|charts?|leaks?|errors?|layouts?|mapping|formats?|alloca(?:tions?|tors?)|pools?|managers?|decay|init\w*|copies|fragmentation|management|safety|counters?|variance|jitter|spikes?|shapes?|types?|dims?|tying|sharing|loading|names?))`;
const USAGE = '(?: (?:usage|use|footprint|consumption|requirements?|demands?|pressure|cost|budget))?';
const COUNT = '(?: (?:count|counts|number|budget))?';

const table: readonly Row<Noun>[] = [
  ...rows(
    noun('parameters'),
    `(?:learnable |trainable |model )?(?:params?|parameters?)${COUNT}`,
    'weights',
    'number of (?:weights|params|parameters)',
  ),
  ...rows(noun('non_zero_parameters'), '(?:non zero|nonzero|active) (?:params|parameters|weights)'),
  ...rows(
    MODEL_SIZE,
    '(?:(?:model|file|disk|on disk|checkpoint|download|artifact|weights?|network|onnx|storage)(?: file)? )?sizes?(?: on disk)?',
    'size of the (?:model|file|checkpoint|network|weights|encoder|decoder)',
    '(?:disk|storage) (?:space|usage|footprint)',
    '(?:model )?bytes',
    'weights? files?',
    '(?<=(?:less|more|half the) )space',
  ),
  ...rows(noun('macs'), '[kmgt]?macs?', '(?:multiply|mult) (?:accumulates?|adds?)(?: operations)?', 'madds?'),
  ...rows(
    noun('flops'),
    '[kmgt]?flops?',
    'floating point operations',
    '(?:arithmetic )?operations',
    'compute(?: cost| budget| requirements?)?',
    'computations?',
    'computational (?:cost|complexity|load|effort|budget|requirements?)',
    'arithmetic',
    '(?:amount of )?calculations?',
  ),
  ...rows(noun('operators'), '(?:graph |onnx )?(?:operators?|nodes?|ops)(?: count)?'),
  ...rows(noun('depth'), '(?:network |model |graph )?depth', 'critical path'),
  ...rows(noun('parallelism', { better: 'higher' }), 'parallelism'),
  ...rows(noun('activations'), 'activations?(?: count| elements)?'),
  ...rows(
    noun('peak_activation_bytes'),
    `(?:peak )?activation memory${USAGE}`,
    'activation (?:footprint|bytes|sizes?)',
  ),
  ...rows(
    noun('memory_traffic_bytes'),
    'memory (?:traffic|bandwidth|access(?:es)?|movement|transfers?|reads?|writes?)(?: usage| use| cost)?',
    '(?:dram|data) (?:traffic|movement|transfers?)',
    'bandwidth',
  ),
  ...rows(
    noun('arithmetic_intensity', { better: 'higher' }),
    'arithmetic intensity',
    'operational intensity',
  ),
  ...rows(
    MEMORY,
    `(?:peak |max(?:imum)? |resident |gpu |host |system |runtime |inference |working |cuda |device )*(?:memory|mem|ram|rss|vram)${USAGE}`,
    'footprint',
    'working set',
  ),
  ...rows(
    LATENCY,
    '(?:median |mean |average |avg |inference |per token |end to end |e2e |p50 |decode |decoding |prefill )*latenc(?:y|ies)(?: p50| \\(?median\\)?)?',
    'p50',
    '(?:(?:median|mean|average|avg|total) )?(?:inference|run|running|execution|response|processing|prediction|forward|decode|decoding|generation|evaluation|compute|computation|wall(?: clock)?|forward pass|elapsed) ?times?',
    'runtimes?',
    'time per (?:inference|token|image|frame|sample|step|request|batch|query)',
    '(?<=(?:the|less|more|its|much) )time',
    'rtf',
    'real time factor',
  ),
  ...rows(
    noun('latency_p90', { time: true }),
    '(?:p90|p95|p99|tail|90th percentile|95th percentile|99th percentile|worst case)(?: inference)? latenc(?:y|ies)',
    'latenc(?:y|ies) (?:p90|p95|p99)',
    'p90|p95|p99',
    '(?:90th|95th|99th) percentile',
  ),
  ...rows(
    inverse('latency_p50'),
    '(?:inference |runtime |run time |execution |decoding |decode |generation |processing |prediction |model )*(?:speeds?|performance|perf)',
  ),
  ...rows(
    doing('latency_p50'),
    'inferenc(?:e|es|ing)',
    'execut(?:ion|es)',
    'forward pass(?:es)?',
    'decod(?:es|ing)',
  ),
  ...rows(
    THROUGHPUT,
    '(?:inference |token |decode |decoding |generation |serving )?throughputs?',
    'fps|qps|rps|tps',
    'frame ?rates?',
    '(?:frames?|tokens?|toks?|samples?|images?|imgs?|requests?|reqs?|queries|sentences|inferences|iterations|its?|items|predictions)(?: ?/ ?| per )(?:s|secs?|seconds?)',
  ),
  ...rows(
    noun('cpu_time', { time: true }),
    'cpu (?:time|usage|utili[sz]ation|load|cycles)(?: per inference)?',
  ),
  ...rows(
    time('load_time'),
    '(?:(?:model|session) )?(?:load|loading|start ?up|start|boot|initiali[sz]ation|init|warm ?up) times?',
    '(?:session|model) (?:creation|loading|init(?:iali[sz]ation)?)(?: time)?',
    'cold starts?(?: time| latency)?',
    'start ?up(?: latency)?',
  ),
  ...rows(doing('load_time'), 'loads?|loading|starts?(?: up)?|boots?|to load|to start'),
  ...rows(
    time('first_inference'),
    'first (?:inference|run|call|token)(?: latency| time)?',
    'time to first (?:token|inference|result)',
    'ttft',
  ),
  ...rows(
    ENERGY,
    '(?:energy|power|battery)(?: (?:usage|use|consumption|draw|drain|cost|footprint|budget|per inference|per request))*',
    'watts',
    'electricity',
  ),
  ...rows(inverse('energy_per_inference'), '(?:energy|power) efficiency', 'battery life'),
  ...rows(inverse('peak_rss_bytes'), 'memory efficiency'),
  ...rows(
    noun('carbon_per_inference'),
    '(?:carbon|co2e?|co₂e?)(?: (?:emissions?|footprint|cost|intensity|per inference|per request))*',
    'emissions',
  ),
  ...rows(
    COST,
    '(?:(?:inference|serving|running|hosting|cloud|deployment|operating|api) )?costs?(?: per (?:million|request|query|inference|token|call|1k|1m)\\w*(?: (?:inferences|requests|tokens))?)?',
    'price',
    '(?:cloud |serving |hosting )?bill',
  ),
  ...rows(
    time('training_device_hours'),
    'train(?:ing)? (?:time|cost|costs|duration|hours)',
    '(?:gpu|device|accelerator) hours',
  ),
  ...rows(inverse('training_device_hours'), 'training (?:speed|throughput)'),
  ...rows(
    doing('training_device_hours'),
    'trains?|training|to train|fine ?tun(?:es?|ing)|converges?|convergence',
  ),
  ...rows(noun('training_energy'), 'training energy'),
  ...rows(noun('training_flops_per_example'), 'training (?:flops|compute)'),
  ...rows(noun('training_examples_seen'), 'training (?:examples|samples|tokens)|examples seen'),
  ...rows(
    noun('quality', { better: 'higher' }),
    '(?:(?:model|validation|val|test|eval|dev|imagenet|zero shot|downstream|top ?[15]) )*accurac(?:y|ies)',
    'acc(?:@[15])?',
    'top ?[15](?: acc)?',
    '(?:macro |micro )?f1(?: scores?)?',
    '(?:model |output |prediction |audio |image |transcription |translation )?quality(?:-wise)?',
    'm?iou|auc|auroc|bleu|rouge(?: l)?|psnr|ssim|mos|recall(?:@\\d+)?|ndcg|mrr|dice|pesq|mmlu',
    'average precision',
    'map@[\\d.:]+',
  ),
  ...exactRows(noun('quality', { better: 'higher' }), 'mAP(?:@[\\d.:]+)?', 'AP(?:50|75)?', 'EM'),
  ...rows(
    noun('quality'),
    'wer|cer|perplexity|ppl|fid|rmse|mae|mse|eer',
    '(?:word |character |phone )?error rates?',
    '(?:top ?[15]|validation|val|test|mean|prediction|quanti[sz]ation) errors?',
    '(?<=(?:lower|less|higher|reduced) )error',
    '(?:validation|val|eval|test|train|training) loss',
  ),
  ...rows(noun('output_agreement', { better: 'higher', beside: 'sameness' }), 'outputs?|predictions?|logits'),
  ...rows(
    noun('model_bytes', { beside: 'size' }),
    '(?:onnx )?models?|networks?|nets?|encoders?|decoders?|backbones?|checkpoints?|students?',
    'heads?|detectors?|classifiers?|transformers?|architectures?|variants?|vocoders?',
    '(?:model |onnx )?files?|graphs?|artifacts?|exports?|downloads?|on disk',
  ),
  ...rows(noun('parameters', { beside: 'size' }), 'embeddings?(?: tables?| layers?| matri(?:x|ces))?'),
  ...rows(
    noun(EFFICIENCY, { better: 'higher' }),
    '(?:overall |model |inference |compute |computational |runtime )*efficiency',
  ),
  ...rows(
    noun(EFFICIENCY),
    '(?:computational |compute |hardware |system )?resources?(?: usage| use| consumption)?',
  ),
];

/** A noun that is followed by "check", "leak" and the like names something else. */
export const NOUNS: readonly Row<Noun>[] = table.map(({ pattern, meaning }) => ({
  pattern: new RegExp(`${pattern.source}${NOT_THE_VALUE}`, pattern.flags),
  meaning,
}));

const NAMES = new Lexicon(NOUNS);

/** Whether a text is the name of an indicator and nothing more. */
export function namesIndicator(text: string): boolean {
  return NAMES.at(text, 0)?.end === text.length;
}
