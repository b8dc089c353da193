/** What is told beneath “How it works”, and what to do when it does not. */
export const theory = {
  game: 'The game: V(D, G)',
  gameIs:
    'D(x) is how likely the discriminator thinks it that the image x is real; G(z) is the image that the generator makes of the random numbers z. Both play for one value, which D wants large and G small:',
  gameEnds:
    'For a fixed G the best possible D answers p(x) / (p(x) + q(x)), where p is how densely real images lie at x, and q how densely generated ones do. Once G draws just as the data are, that is 0.5 for every image: D can only guess, and V is −ln 4.',
  gamePractice:
    'At first D recognises every forgery; ln(1 − D(G(z))) is then nearly flat, and G would hardly learn. In practice G therefore makes ln D(G(z)) large: that leads to the same balance, but is steep where G is bad.',

  steps: 'Each step: Algorithm 1',
  stepsD:
    'Train D, k times: draw m vectors z of random numbers and m images x of the data, and move the weights of D up the gradient of',
  stepsG: 'Train G, once: draw m new vectors z, and move the weights of G down the gradient of',
  stepsNumbers:
    'm is the batch size. The paper takes k = 1, the cheapest choice, and momentum. Each recipe here says how many updates either network gets in a step, whether G gets new vectors, and which optimiser follows the gradient.',

  rules: 'The rules of DCGAN',
  rulesAre:
    'Convolutional GANs were hard to train until this paper named a family of networks that learn steadily on many data sets:',
  ruleStrides:
    'No pooling: strided convolutions shrink the image in D, transposed ones enlarge it in G.',
  ruleNorm:
    'Batch normalisation in both networks, but neither at the output of G nor at the input of D: there it made the samples oscillate.',
  ruleDense:
    'No fully connected hidden layers: only the first layer of G and the last one of D connect everything.',
  ruleActivations: 'ReLU in G, with tanh at the end; leaky ReLU with slope 0.2 in D.',
  ruleNumbers:
    'Initial weights from a normal distribution of deviation 0.02; Adam with a learning rate of 0.0002 and β₁ = 0.5.',

  wasserstein: 'Wasserstein: why a critic',
  wassersteinWhy:
    'Images fill only a thin part of the space of all pixels. While generated and real ones do not meet there, a perfect discriminator can exist, and its gradient does not tell G where to go. The Wasserstein distance, the least work that carries one distribution over into the other, shrinks even while the two are still apart:',
  wassersteinCritic:
    'f is the critic. It gives scores without bounds, not probabilities, and the difference of its mean scores estimates the distance. It must not change faster than the image does (be 1-Lipschitz), or it could make the difference as large as it likes. The estimate is only as good as the critic, so the critic gets five updates for each one of the generator.',
  wassersteinClip:
    'The first paper holds the critic back by clipping its weights to ±0.01, and itself calls that “a clearly terrible way”: with wide bounds the critic takes long to train, with narrow ones gradients vanish.',
  wassersteinPenalty:
    'The second takes a penalty instead. The gradient of the best critic has length 1 almost everywhere on the straight lines between real and generated images; so points x̂ are drawn on such lines, and any other length costs:',
  wassersteinNorm:
    'The penalty is meant for each image by itself. Batch normalisation, which mixes the images of a batch, therefore has no place in this critic.',

  trouble: 'When it does not learn',
  noise: 'The images stay noise',
  noiseDo:
    'Give both networks dropout, with rates from 0.3 to 0.6 (under “Edit the recipe”), and check the order of the layers: convolution, batch normalisation, activation, dropout.',
  zero: "The discriminator's loss falls to 0",
  zeroDo:
    'It tells everything apart, D(x) near 1 and D(G(z)) near 0, and the generator learns hardly anything from it. Do not train it ahead of the generator. Lower its learning rate, or give the generator two updates a step, as dcgan-tensorflow does for this very reason.',
  alike: 'All images look alike',
  alikeDo:
    'The generator has collapsed onto a few images that pass. How a training goes hangs on the initial weights: try another seed.',
  wait: 'It is hard to say whether it gets better',
  waitDo:
    'Look every 500 to 1,000 steps: the losses swing and say little about the images. Start from a recipe that works and change one number at a time.',
}
