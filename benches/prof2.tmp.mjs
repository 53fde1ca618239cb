import puppeteer from "puppeteer-core";
const browser = await puppeteer.launch({ executablePath: "/usr/bin/chromium", headless: true, args: ["--headless=new","--no-sandbox","--disable-gpu","--disable-background-networking"] });
const self=new Map(),total=new Map();const N=8;
for(let q=0;q<N;q++){
const page = await browser.newPage();
const d = await page.createCDPSession();
await d.send("Network.enable"); await d.send("Network.setBlockedURLs",{urls:["*/auto.js"]});
await d.send("Profiler.enable"); await d.send("Profiler.setSamplingInterval",{interval:100});
await page.goto("http://127.0.0.1:8123/pages/ukraine-cuts-ties.html",{waitUntil:"networkidle0"});
const run=async(code)=>{const r=await d.send("Runtime.evaluate",{expression:`(async()=>{const t0=performance.now(); ${code}; return performance.now()-t0})()`,awaitPromise:true,returnByValue:true}); if(r.exceptionDetails)console.log(JSON.stringify(r.exceptionDetails).slice(0,400)); return r.result.value};
await run(`window.P=await import("/postil/postil.js"); window.G=await import("/postil/postil_page.js"); window.W=await import("/postil/walk.js");await P.load();window.packs=await Promise.all(["world.pack","facts.pack"].map(async n=>[n,new Uint8Array(await (await fetch("/postil/"+n)).arrayBuffer())]))`);
await d.send("Profiler.start");
console.log(await run(`window.pg=G.Page.open({},packs,W)`));
const {profile}=await d.send("Profiler.stop");
const byId=new Map(profile.nodes.map(n=>[n.id,n])); const parent=new Map(); for(const n of profile.nodes) for(const c of n.children??[]) parent.set(c,n.id);
profile.samples.forEach((id,i)=>{const dt=(profile.timeDeltas[i]||0)/1000; const name=n=>n.callFrame.functionName||"(anon)"; const s=name(byId.get(id)); self.set(s,(self.get(s)||0)+dt); const seen=new Set(); for(let k=id;k!==undefined;k=parent.get(k)){const nm=name(byId.get(k)); if(!seen.has(nm)){seen.add(nm); total.set(nm,(total.get(nm)||0)+dt);}}});
await page.close();}
const top=(m)=>[...m].sort((a,b)=>b[1]-a[1]).slice(0,+process.argv[2]).map(([k,v])=>(v/N).toFixed(2).padStart(7)+" "+k.slice(0,110)).join("\n");
console.log("SELF\n"+top(self)); console.log("TOTAL\n"+top(total));
await browser.close();
