/**
 * Named arrays in safetensors files. {@link tritone.tensors.Tensor}s and texts about them go in and come out of a
 * {@link tritone.tensors.TensorFile}, which believes nothing of what a file says before it has checked it. What the
 * numbers mean is none of this package's business.
 */
package tritone.tensors;
