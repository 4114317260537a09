/** How names and acronyms of technology are said, where their letters do not tell. A user's lexicon comes before all of these. */

/**
 * Written and said, one a line; said in plain words or respelled so that their sounds are right. Matched in any case,
 * except in the second table. Where usage is divided, the reading is the one heard more at conferences: SQL is
 * "sequel", but the names that end in it keep their letters (PostgreSQL, MySQL); GIF is one syllable either way.
 */
export const READINGS: ReadonlyMap<string, string> = table(`
a11y = accessibility
ajax = ajax
anthropic = an thropic
apache = apache
arxiv = archive
asap = a s a p
ascii = askey
async = a sync
aws = a w s
azure = azure
bibtex = bib tech
bios = by oss
bool = bool
btw = by the way
c++ = c plus plus
c# = c sharp
f# = f sharp
g++ = g plus plus
.net = dot net
asp.net = a s p dot net
captcha = captcha
char = char
chatgpt = chat g p t
chmod = change mod
chown = change own
cli = c l i
cmake = c make
cnn = c n n
codec = coe deck
config = con fig
cron = cron
crud = crud
css = c s s
csv = c s v
cuda = cuda
cudnn = cuda n n
cutlass = cutlass
cython = sigh thon
dall-e = dolly
daemon = demon
debian = debby an
deno = dee no
devops = dev ops
dict = dict
django = jango
dns = d n s
dpo = d p o
ebay = e bay
ebpf = e b p f
ec2 = e c two
elasticsearch = elastic search
elf = elf
emacs = e macks
enum = e num
epub = e pub
eslint = e s lint
etcd = et see dee
exec = exec
eval = e val
evals = e vals
faiss = face
faq = f a q
fastapi = fast a p i
fedora = fedora
ffmpeg = f f m peg
fifo = fie foe
flops = flops
tflops = tera flops
pflops = peta flops
gflops = giga flops
fsck = f s check
fyi = f y i
gbdt = g b d t
gcc = g c c
gcp = g c p
ggml = g g m l
gguf = g guff
gif = gif
gifs = gifs
gitlab = git lab
gnome = gnome
gnu = g new
grpc = g r p c
grpo = g r p o
gui = gooey
guis = gooeys
guid = goo id
hadoop = ha doop
https = h t t p s
i18n = internationalization
ide = i d e
imap = i map
imho = in my humble opinion
int = int
uint = u int
bfloat = b float
ios = i o s
iot = i o t
ipython = i python
jax = jacks
jira = jeera
json = jay son
jsonl = jay son l
jsonnet = jay son net
jwt = j w t
jvm = j v m
k8s = kubernetes
k3s = k three s
kde = k d e
keras = kerr us
kubectl = cube control
kubernetes = koo ber net ease
l10n = localization
lan = lan
langchain = lang chain
lambda = lambda
latex = lay tech
linux = linux
llvm = l l v m
lodash = low dash
macos = mac o s
mariadb = maria d b
matlab = mat lab
mc = mick
memcached = mem cash d
mit = m i t
mkdir = make dir
mlflow = m l flow
mlp = m l p
mlops = m l ops
mlx = m l x
mnist = m nist
mongodb = mongo d b
mpeg = m peg
mujoco = moo joe coe
mqtt = m q t t
mysql = my s q l
mutex = mu tex
nccl = nickel
neovim = neo vim
netflix = net flix
neurips = nureps
gr00t = groot
nginx = engine x
nodejs = node j s
node.js = node j s
next.js = next j s
vue.js = view j s
three.js = three j s
nosql = no sequel
npm = n p m
numpy = num pie
nvidia = envidia
oauth = o auth
ocaml = o camel
ok = o k
okr = o k r
ollama = oh lama
onnx = onnix
openai = open a i
opencv = open c v
opengl = open g l
openssl = open s s l
orm = o r m
os = o s
oss = o s s
paas = pass
pandas = pandas
pdf = p d f
perl = pearl
php = p h p
png = p n g
jpeg = jay peg
jpg = jay peg
posix = posix
postgres = postgres
postgresql = postgres q l
powershell = power shell
ppo = p p o
protobuf = proto buff
pydantic = pie dantic
pypi = pie p i
pytest = pie test
pytorch = pie torch
pyspark = pie spark
qlora = q lora
qwen = kwen
rabbitmq = rabbit m q
raid = raid
ram = ram
rdma = r d m a
readme = read me
redis = reddis
regex = rej ex
repl = repple
repo = reapo
repos = reapos
roc = r o c
roce = rocky
rocm = rock m
ros = ross
rlhf = r l h f
saas = sass
iaas = i as
scipy = sigh pie
scikit-learn = sigh kit learn
sdk = s d k
sklearn = s k learn
slurm = slurm
sqlite = s q light
sql = sequel
srgb = s r g b
ssd = s s d
ssh = s s h
stderr = standard error
stdin = standard in
stdout = standard out
sudo = sue do
svelte = svelt
svg = s v g
tcp = t c p
tensorrt = tensor r t
tf-idf = t f i d f
tl;dr = t l d r
tldr = t l d r
tmux = t mux
todo = to do
toml = tommel
tqdm = t q d m
tsx = t s x
tty = t t y
tuple = tuple
ubuntu = oo boon too
ui = u i
unicode = uni code
unix = unix
uri = u r i
url = u r l
utf = u t f
uuid = u u i d
uvicorn = u v corn
vit = vit
vite = veet
vitest = vee test
vim = vim
vllm = v l l m
vpn = v p n
vscode = v s code
vuejs = view j s
wandb = weights and biases
wasm = wazzum
wav = wave
webassembly = web assembly
webgl = web g l
webgpu = web g p u
webhook = web hook
webrtc = web r t c
websocket = web socket
wifi = wye fye
wi-fi = wye fye
wysiwyg = wizzy wig
xgboost = x g boost
xhr = x h r
xml = x m l
yaml = yammel
yml = yammel
yolo = yolo
yoy = year over year
zod = zod
zsh = z shell
α = alpha
β = beta
γ = gamma
δ = delta
ε = epsilon
η = eta
θ = theta
λ = lambda
µ = mu
μ = mu
π = pie
ρ = roe
σ = sigma
τ = tau
φ = fie
ψ = sigh
ω = omega
`);

/** Readings that hold in exactly this case only: "US" is not "us". */
export const EXACT_READINGS: ReadonlyMap<string, string> = table(`
AI = a i
BERT = bert
BLEU = blue
BPE = b p e
CLIP = clip
DETR = d e t r
ELMo = elmo
GAN = gan
GANs = gans
GLUE = glue
IT = i t
LLaMA = lama
LLaVA = lava
LoRA = lora
LSTM = l s t m
MAE = m a e
MoE = m o e
DoF = d o f
DoFs = d o f's
MoEs = m o e's
NeRF = nerf
NeRFs = nerfs
OR = or
PC = p c
PR = p r
PRs = p r's
RAG = rag
REST = rest
RoPE = rope
ROUGE = rouge
SAM = sam
SOAP = soap
US = u s
USA = u s a
UK = u k
VLA = v l a
W = w
WHO = w h o
`);

/** Acronyms that are said as words. */
export const SPOKEN_ACRONYMS: ReadonlySet<string> = words(`
nasa nato unesco unicef opec fifa fema nafta asean aids covid laser radar lidar sonar scuba taser swat ram rom lan wan sim
pin bios raid unix dos basic fortran cobol lisp perl ascii scrum soap crud solid acid captcha cuda slurm numa scada fomo yolo
gan bert glue nerf lora swot star smart bash sass less agile kanban simd spice midi pascal ada java ruby rust python
docker ansible jenkins redis kafka spark hive flink pip conda git vim nano moma mensa hipaa osha cern darpa iarpa nimby
fica coco squad imagenet swiglu gelu relu silu adam jedec sata rosa eprom nand cmos tops dimm
`);

/** Ordinary words that are written in capitals for weight; other short words in capitals are said letter by letter. */
export const SHOUTED_WORDS: ReadonlySet<string> = words(`
a about after again all almost also alone always an and another any are as ask at back bad be because been before below best
better big both but buy by call can cannot come could data day days did do does done down each early easy end ends even ever every fact
fail fast few find first for free from full fun get give go goes good got great had half happy hard has have he help her here him
his hold hot how huge idea if in into is it its job just keep key kind know last late later learn least left less let like
line list little live long look lot love made main make many may maybe me mean might mine more most much must my name near need
never new next nice no none not note nothing now of off often old on once one only onto open or other our out over own part
people place plan please point pro quick quite rather read real really right run safe said same say see self send set she ship short
should show since slow small so some soon start stay still stop such sure take talk team tell test than that the their them
then there these they thing think this those three time today together told too took top total true truth try turn two under up
upon use used users value very wait want was way we week well went were what when where which while who whole why will win wish
with without word words work works world would write wrong yes yet you your zero never rule rules warning story speak pause
`);

function table(lines: string): ReadonlyMap<string, string> {
  return new Map(
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const [written, said] = line.split(' = ');
        return [written!, said!];
      }),
  );
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
