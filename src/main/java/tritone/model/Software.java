package tritone.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Versions.
 *
 * @param libraries those that decide what a weight becomes, by name
 */
public record Software(String tritone, Map<String, String> libraries) {
    public Software {
        libraries = Collections.unmodifiableMap(new TreeMap<>(libraries));
    }

    /** What runs here, as the build wrote it down. */
    public static Software here() {
        Properties properties = new Properties();
        try (InputStream in = Software.class.getResourceAsStream("versions.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> libraries = new TreeMap<>();
        properties.forEach((name, version) -> libraries.put((String) name, (String) version));
        return new Software(libraries.remove("tritone"), libraries);
    }
}
