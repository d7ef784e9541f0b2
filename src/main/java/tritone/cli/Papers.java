package tritone.cli;

import java.util.Optional;

/**
 * What a model's papers say of how it came to be trained.
 *
 * @param command as it was typed
 * @param notes what its maker has to say, in Markdown
 */
record Papers(String command, Optional<String> notes) {}
