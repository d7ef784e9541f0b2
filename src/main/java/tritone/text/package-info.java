/**
 * From characters to tokens. A {@link tritone.text.Chain} says as data which steps a text goes through; a
 * {@link tritone.text.TextAnalyzer} runs them. This is the only package with Lucene and OpenNLP in it, and it knows
 * nothing of vocabularies.
 */
package tritone.text;
