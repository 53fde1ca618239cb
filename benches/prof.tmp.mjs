import puppeteer from "puppeteer-core";
const browser = await puppeteer.launch({ executablePath: "/usr/bin/chromium", headless: true, args: ["--headless=new","--no-sandbox","--disable-gpu","--disable-background-networking"] });
const rows=[];
for (let i=0;i<8;i++){
const page = await browser.newPage();
const d = await page.createCDPSession();
await d.send("Network.enable"); await d.send("Network.setBlockedURLs",{urls:["*/auto.js"]});
await d.send("Performance.enable");
await page.goto("http://127.0.0.1:8123/pages/ukraine-cuts-ties.html",{waitUntil:"networkidle0"});
const busy=async()=>(await d.send("Performance.getMetrics")).metrics.find(m=>m.name==="TaskDuration").value*1000;
const step=async(code)=>{const a=await busy();const r=await d.send("Runtime.evaluate",{expression:`(async()=>{const t0=performance.now(); ${code}; return performance.now()-t0})()`,awaitPromise:true,returnByValue:true}); if(r.exceptionDetails)console.log(JSON.stringify(r.exceptionDetails).slice(0,400)); const b=await busy();return [(b-a).toFixed(1),r.result.value?.toFixed(1)].join("/");};
const row={};
row.import=await step(`window.P=await import("/postil/postil.js"); window.G=await import("/postil/postil_page.js"); window.W=await import("/postil/walk.js")`);
row.load=await step(`await P.load()`);
row.fetch=await step(`window.packs=await Promise.all(["world.pack","facts.pack"].map(async n=>[n,new Uint8Array(await (await fetch("/postil/"+n)).arrayBuffer())]))`);
row.open=await step(`window.pg=G.Page.open({},packs,W)`);
row.frames=await step(`await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`);
row.free=await step(`pg.free()`);
row.open2=await step(`window.pg=G.Page.open({},packs,W)`);
row.frames2=await step(`await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`);
await step(`pg.free()`);
row.open3=await step(`window.pg=G.Page.open({},packs,W)`);
rows.push(row); await page.close();
}
console.table(rows);
await browser.close();
