"""A training step, written out."""

import torch

from objectives import AuxiliaryClassifier, Relativistic, gradient_penalty, real_penalty


class Training:
    """Both networks with their optimisers. `given` are the inputs' tensors."""

    def __init__(self, recipe, size, given, dtype):
        self.recipe, self.given = recipe, given
        self.generator = self.network(recipe.generator(size), "generator.", dtype)
        self.discriminator = self.network(recipe.discriminator(size), "discriminator.", dtype)
        self.generator_optimiser = recipe.generator_optimiser()
        self.discriminator_optimiser = (
            self.generator_optimiser if recipe.one_optimiser else recipe.discriminator_optimiser()
        )
        # Of the stacked model: the generator's optimiser once more, for the other network.
        self.stacked_optimiser = recipe.generator_optimiser() if recipe.stacked else None
        # Larger epsilons: where they are added shows, and rounding does not become a whole step.
        for optimiser in {
            self.generator_optimiser,
            self.discriminator_optimiser,
            self.stacked_optimiser,
        } - {None}:
            optimiser.epsilon *= size.epsilon_scale
        # The gradients of each network's first update, by name.
        self.first_gradients = {}

    def network(self, network, prefix, dtype):
        tensors = {
            name.removeprefix(prefix): tensor
            for name, tensor in self.given.items()
            if name.startswith(prefix)
        }
        network = network.to(dtype)
        try:
            network.take(tensors)
        except RuntimeError as error:
            raise SystemExit(f"The {prefix[:-1]} is not the inputs': {error}") from error
        return network.train()

    def step(self, number):
        """One step; returns the last losses of the discriminator and of the generator."""
        step = f"step.{number}"
        for update in range(self.recipe.critic_updates(number)):
            real = self.given[f"{step}.real.{update}"]
            label = self.given.get(f"{step}.labels.{update}")
            z = self.given[f"{step}.z.{update}"]
            mix = self.given.get(f"{step}.mix.{update}")
            fake = self.fakes(z, label)
            d_loss = self.update_discriminator(number, real, fake.detach(), label, mix)
        for update in range(self.recipe.generator_updates):
            own_z = self.given[f"{step}.generator.z.{update}"]
            own_label = self.given.get(f"{step}.generator.labels.{update}")
            if self.recipe.shared_latents:
                assert torch.equal(own_z, z), f"{step} does not share its latents"
                assert own_label is None or torch.equal(own_label, label), f"{step}: other labels"
                own_label = label
            # The discriminator's update did not touch the generator: its images, with their
            # graph, serve the first update on the same latents.
            if not (self.recipe.shared_latents and update == 0):
                fake = self.generator(own_z, own_label)
            g_loss = self.update_generator(fake, own_label, real)
        return d_loss, g_loss

    def fakes(self, z, label):
        """Images for the discriminator."""
        if not self.recipe.joint:
            return self.generator(z, label)
        self.generator.eval()
        with torch.no_grad():
            fake = self.generator(z, label)
        self.generator.train()
        return fake

    def update_discriminator(self, number, real, fake, label, mix):
        objective = self.recipe.objective
        if self.recipe.clip is not None:
            with torch.no_grad():
                for parameter in self.discriminator.parameters():
                    parameter.clamp_(-self.recipe.clip, self.recipe.clip)
        if self.recipe.joint:
            loss = objective.joint(self.discriminator(torch.cat([real, fake]), label))
        else:
            on_real = self.discriminator(real, label)
            on_fake = self.discriminator(fake, label)
            loss = objective.separate(on_real, on_fake, *self.told(label))
        if self.recipe.penalty is not None:
            penalty = gradient_penalty(self.discriminator, real, fake, mix)
            loss = loss + self.recipe.penalty * penalty
        if self.recipe.real_penalty is not None and number % self.recipe.lazy == 0:
            weight = self.recipe.real_penalty * self.recipe.lazy
            loss = loss + weight * real_penalty(self.discriminator, real, label)
        if self.recipe.fake_penalty is not None:
            loss = loss + self.recipe.fake_penalty * real_penalty(self.discriminator, fake, label)
        self.descend("discriminator", self.discriminator, self.discriminator_optimiser, loss)
        return loss.item()

    def told(self, label):
        """What an auxiliary classifier's losses take beside the outputs."""
        return [label] if isinstance(self.recipe.objective, AuxiliaryClassifier) else []

    def update_generator(self, fake, label, real):
        objective = self.recipe.objective
        if isinstance(objective, Relativistic):
            on_real, on_fake = self.discriminator(real, label), self.discriminator(fake, label)
            loss = objective.generator(on_fake, on_real)
        else:
            loss = objective.generator(self.discriminator(fake, label), *self.told(label))
        if self.stacked_optimiser is not None:
            # Both gradients before either network moves.
            parameters = list(self.discriminator.parameters())
            gradients = torch.autograd.grad(loss, parameters, retain_graph=True)
        self.descend("generator", self.generator, self.generator_optimiser, loss)
        if self.stacked_optimiser is not None:
            self.stacked_optimiser.step(parameters, gradients)
        return loss.item()

    def descend(self, role, network, optimiser, loss):
        names, parameters = zip(*network.named_parameters())
        gradients = torch.autograd.grad(loss, parameters)
        if not any(name.startswith(role) for name in self.first_gradients):
            for name, gradient in zip(names, gradients):
                self.first_gradients[f"{role}.{name}"] = gradient
        optimiser.step(parameters, gradients)
