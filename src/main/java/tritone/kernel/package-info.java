/**
 * The arithmetic of the recurrent cells over whole sequences. What a cell's inputs amount to goes in, its states come out,
 * and gradients come back, all in flat {@code float[]}. Nothing here knows what an embedding, a loss or a framework is.
 */
package tritone.kernel;
