/** What is told beneath “How it works”, and what to do when it does not. */
export const theory = {
  game: 'The game: V(D, G)',
  gameIs:
    'D(x) is the probability that the discriminator gives the image x of being real; G(z) is the image that the generator makes from the random numbers z. Both play for one value, which D wants to be large and G small:',
  gameEnds:
    'For a fixed G, the best possible D answers p(x) / (p(x) + q(x)), where p is the density of real images at x and q that of generated ones. Once G draws exactly as the data are distributed, that is 0.5 for every image: D can only guess, and V is −ln 4.',
  gamePractice:
    'At first D recognises every forgery; ln(1 − D(G(z))) is then nearly flat, and G would hardly learn. In practice G therefore maximises ln D(G(z)): that leads to the same equilibrium, but is steep where G is bad.',

  steps: 'Each step: Algorithm 1',
  stepsD:
    'Train D, k times: draw m random vectors z and m images x from the data, and move the weights of D up the gradient of',
  stepsG: 'Train G, once: draw m new vectors z, and move the weights of G down the gradient of',
  stepsNumbers:
    'm is the batch size. The paper uses k = 1, the cheapest choice, and momentum. Here each recipe says how many updates each network gets per step, whether G gets new vectors, and which optimiser follows the gradient.',

  rules: 'The rules of DCGAN',
  rulesAre:
    'Convolutional GANs were hard to train until this paper found a family of networks that train stably on many data sets:',
  ruleStrides:
    'No pooling: strided convolutions shrink the image in D, transposed ones enlarge it in G.',
  ruleNorm:
    'Batch normalisation in both networks, except at the output of G and the input of D: there it made the samples oscillate.',
  ruleDense:
    'No fully connected hidden layers: only the first layer of G and the last layer of D are fully connected.',
  ruleActivations: 'ReLU in G, with tanh at the end; leaky ReLU with slope 0.2 in D.',
  ruleNumbers:
    'Initial weights from a normal distribution with a standard deviation of 0.02; Adam with a learning rate of 0.0002 and β₁ = 0.5.',

  wasserstein: 'Wasserstein: why a critic',
  wassersteinWhy:
    'Images fill only a thin part of the space of all pixels. As long as generated and real images do not overlap there, a perfect discriminator can exist, and its gradient does not tell G where to go. The Wasserstein distance, the least work it takes to move one distribution onto the other, shrinks even while the two are still apart:',
  wassersteinCritic:
    'f is the critic. It gives unbounded scores, not probabilities, and the difference between its mean scores estimates the distance. It must not change faster than the image does (it must be 1-Lipschitz), or it could make the difference as large as it likes. The estimate is only as good as the critic, so the critic gets five updates for each one of the generator.',
  wassersteinClip:
    'The first paper restrains the critic by clipping its weights to ±0.01, and itself calls that “a clearly terrible way”: with wide bounds the critic is slow to train, with narrow ones gradients vanish.',
  wassersteinPenalty:
    'The second uses a penalty instead. The gradient of the best critic has length 1 almost everywhere on the straight lines between real and generated images; so points x̂ are drawn on such lines, and any other length is penalised:',
  wassersteinNorm:
    'The penalty is defined for each image by itself. Batch normalisation, which mixes the images of a batch, therefore has no place in this critic.',

  trouble: 'When it does not learn',
  noise: 'The images stay noise',
  noiseDo:
    'Add dropout to both networks, with rates from 0.3 to 0.6 (under “Edit the recipe”), and check the order of the layers: convolution, batch normalisation, activation, dropout.',
  zero: "The discriminator's loss falls to 0",
  zeroDo:
    'It tells real from generated every time, with D(x) near 1 and D(G(z)) near 0, and the generator learns hardly anything from it. Do not train it ahead of the generator. Lower its learning rate, or give the generator two updates per step, as dcgan-tensorflow does for this very reason.',
  alike: 'All images look alike',
  alikeDo:
    'The generator has collapsed onto a few images that fool the discriminator (mode collapse). How training goes depends on the initial weights: try another seed.',
  wait: 'It is hard to say whether it is getting better',
  waitDo:
    'Look every 500 to 1,000 steps: the losses swing and say little about the images. Start from a recipe that works, and change one number at a time.',
}
