/** Names for the same thing in technology and AI, hand-written: captions and speakers use one, answers the other. */

/**
 * One thing a line, its names separated by `=`. Acronyms and their expansions are in the acronym pack; here are other
 * names, and acronyms with a spelling of their own. Only names that nearly always mean the same belong here.
 */
export const SYNONYMS = `
A/B test = split test = A/B testing
agentic = agent-based
autoregressive = auto-regressive
backpropagation = backprop
behavior cloning = behavioral cloning = behaviour cloning
bounding box = bbox
chain of thought = chain-of-thought = CoT
chatbot = chat bot = conversational agent
checkpoint = model checkpoint
CI/CD = continuous integration and continuous delivery = continuous integration and deployment
closed loop = closed-loop
code review = pull request review
codebase = code base
computer vision = machine vision
containerization = containerisation
context window = context length
cross-entropy = cross entropy loss
data center = data centre = datacenter
dataset = data set
deep learning = deep neural networks
dev environment = development environment
diffusion model = denoising diffusion model
domain randomization = domain randomisation
embodied AI = embodied intelligence = embodied artificial intelligence
end-to-end = e2e
eval = evaluation
evals = evaluations
feature flag = feature toggle
few-shot = few shot learning
fine-tuning = finetuning
foundation model = base model
frontend = front end
backend = back end
full-stack = full stack
generative AI = gen AI = generative artificial intelligence
ground truth = ground-truth label
gradient descent = gradient-based optimization
hallucination = confabulation
hyperparameter = hyper-parameter
imitation learning = learning from demonstration
in-context learning = in context learning
infrastructure as code = IaC
Kubernetes = K8s
large language model = LLM = language model
latency = response time
learning rate = step size
LoRA = low-rank adaptation
message queue = message broker
microservice = micro-service
mixture of experts = MoE = mixture-of-experts
multimodal = multi-modal
neural network = neural net
observability = o11y
internationalization = i18n
localization = l10n
accessibility = a11y
on-call = on call rotation
on-premises = on-prem = on-premise
open source = open-source software
open weights = open-weight
overfitting = over-fitting
parameter = param
physical AI = AI in the physical world
policy gradient = policy gradients
postmortem = post-mortem = incident review
pre-training = pretraining
post-training = posttraining
prompt engineering = prompting
quantization = quantisation
reasoning model = thinking model
reinforcement learning = RL
retrieval-augmented generation = RAG = retrieval augmented generation
RLHF = reinforcement learning from human feedback
DPO = direct preference optimization
PPO = proximal policy optimization
GRPO = group relative policy optimization
SFT = supervised fine-tuning
reward model = preference model
robot arm = robotic arm = manipulator arm
roll-out = rollout
scaling law = scaling laws
self-driving = autonomous driving
self-driving car = autonomous vehicle = AV
self-supervised learning = self-supervision
sim-to-real = sim2real = simulation to reality
site reliability engineering = SRE
speech recognition = ASR = automatic speech recognition = speech to text
state of the art = SOTA = state-of-the-art
stakeholder = stake holder
synthetic data = simulated data = simulation data
teleoperation = teleop = remote operation
text-to-speech = TTS = speech synthesis
throughput = requests per second
time to first token = TTFT
tokenization = tokenisation
tool use = tool calling = function calling
transfer learning = knowledge transfer
unit test = unit testing
user experience = UX
user interface = UI
vector database = vector store = vector DB
vision-language model = VLM = vision language model
vision-language-action model = VLA = vision language action model
zero-shot = zero shot learning
`;
