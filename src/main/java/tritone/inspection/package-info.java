/**
 * What is wrong with a collection of reviews before anyone learns from it. Parts of corpora go in; an
 * {@link tritone.inspection.Inspection} comes out: of each {@link tritone.inspection.Kind} of finding how often it was met
 * and where first. Nothing here knows of vocabularies or models, and nothing is mended.
 */
package tritone.inspection;
