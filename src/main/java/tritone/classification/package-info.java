/**
 * Text in, label and probabilities out: one review, a list, or any number of them from files and streams. Models are
 * opened from their folders; nothing here knows how they were trained, and nothing is printed.
 */
package tritone.classification;
