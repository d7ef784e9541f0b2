/**
 * Which tokens there are and how often. Reviews and a chain go in, {@link tritone.vocabulary.CorpusCounts} come out; of
 * those an immutable {@link tritone.vocabulary.Vocabulary} is made, which gives each frequent token an id. Files in
 * {@code vocab/} are read and written here. Nothing here knows what ids are used for.
 */
package tritone.vocabulary;
