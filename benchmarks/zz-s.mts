import { openRegister } from '@pvp/testing';
import { passagesOf, ASKED_WITH } from '../packages/sdk/src/answers/passages.ts';
import { SearchIndex } from '../packages/sdk/src/search/index.ts';
const register = await openRegister({ seed: 'sample' });
const s:any=await (await fetch(`${register.origin}/v1/services/PV-1011`)).json();
const passages=passagesOf(s,'lv'); const index=new SearchIndex();
passages.forEach((p,d)=>index.put(d,{titles:ASKED_WITH[p.section],alternativeTitles:[],keywords:[s.title].flatMap((t:any)=>Object.values(t)) as string[],summaries:[p.text]}));
for(const q of ['kādus dokumentus vajag','dokumentus','kādus dokumentus','dokumenti','kur tas izdarāms']){const r=index.rank(q,new Uint8Array(passages.length).fill(1),true);console.log(q,r&&[...r.documents].map(d=>passages[d]!.section+':'+r.scores[d]),JSON.stringify(index.asked?.words.map((w:any)=>[w.folded,w.weight,w.scale,w.frequency])))}
await register.close();
