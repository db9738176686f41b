import { writeFileSync } from 'node:fs';
import { record, timing, count, written, MACHINE } from '../__tests__/fixtures/history-factory.js';
const N=Number(process.argv[2]??2000); let s=1; const r=()=>{s=(s*1103515245+12345)&0x7fffffff;return s/0x7fffffff};
const ids=['latency_p50','throughput','cpu_time','load_time','first_inference','peak_rss_bytes','latency_p90'];
const v:Record<string,number>={latency_p50:2,throughput:500,cpu_time:2.1,load_time:30,first_inference:5,peak_rss_bytes:2e7,latency_p90:2.4};
const c:Record<string,number>={parameters:1235496,model_bytes:4950000,macs:1.05e8,flops:2.2e8,operators:66,activations:3e6,peak_activation_bytes:8e6,memory_traffic_bytes:3e7,non_zero_parameters:1235000};
const recs=[];
for(let i=1;i<=N;i++){const ind:any={};for(const id of ids){const b=v[id]!;const x=1+(r()-.5)*.03+(i>N-8?(id==='throughput'?-.018:.018):0);v[id]=b*x;ind[id]=timing(Number(b.toPrecision(6)),Number((b*x).toPrecision(6)),.006);ind[id].step={ratio:Number(x.toPrecision(6)),low:Number((x*.98).toPrecision(6)),high:Number((x*1.02).toPrecision(6)),error:.0061234}; if(Math.abs(Math.log(v[id]!/ (b)))>.5) v[id]=b; if(r()<.01){ind[id].verdict='improved'}}
for(const id of Object.keys(c)){const b=c[id]!;const h=r()<.05?Math.round(b*(1+(r()-.5)*.015)):b;c[id]=h;ind[id]=count(b,h)}
 const m= i%700<400?MACHINE:MACHINE.replace('Intel Xeon Platinum 8370C','AMD EPYC 7763');
 recs.push(record(i,{indicators:ind,machine:m}));}
writeFileSync(process.argv[3]??'/tmp/h/history.jsonl',written(recs));
