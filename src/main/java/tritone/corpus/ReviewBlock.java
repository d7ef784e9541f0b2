package tritone.corpus;

import java.util.List;

/**
 * Some reviews that follow each other in a corpus. Where one block ends depends on the reviews alone.
 *
 * @param firstIndex how many reviews stand before this block
 * @param bytesRead how much of the input was taken up to its end
 */
public record ReviewBlock(long firstIndex, List<Review> reviews, BytesRead bytesRead) {}
