/**
 * A trained model as a folder: its architecture, its weights as named arrays, its vocabulary, how it came to be, and a card
 * for people. What comes in from a file is checked before it is believed; what goes out predicts. Nothing here knows how a
 * model is trained.
 */
package tritone.model;
