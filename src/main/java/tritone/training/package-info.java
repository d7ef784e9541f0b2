/**
 * From a corpus and a plan to a trained model: which reviews are learnt from and which are held back, the loop over epochs,
 * its learning rates, checkpoints and the choice of the best weights. Comes out the same to the last bit whenever it is run
 * again, also where it was stopped in between. How a step is taken is for the layers; what is printed, for the command line.
 */
package tritone.training;
