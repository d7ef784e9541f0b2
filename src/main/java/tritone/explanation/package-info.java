/**
 * Why a classifier says what it says of a review. A network or a linear classifier and one review's ids go in; what each
 * position did to the answer, and how the answer grew word by word, come out, and can be written as a page for people.
 * Nothing here knows how the ids were made or where the page goes.
 */
package tritone.explanation;
