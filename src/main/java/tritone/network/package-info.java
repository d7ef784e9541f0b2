/**
 * Networks as data, and what they compute. A {@code NetworkSpec} and its weights by name go in with batches of ids;
 * probabilities come out, and for training each level's gradients. All of it on plain arrays around the kernels: nothing
 * here knows of a framework, of files or of how weights are learnt.
 */
package tritone.network;
