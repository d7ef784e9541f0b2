package tritone.download;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Where an archive may be asked for: over https anywhere, over plain http only of this machine itself. */
public final class WebAddress {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private WebAddress() {}

    /** Whether this text is meant as an address and not as a file. */
    public static boolean isMeant(String text) {
        return text.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*://.*");
    }

    /** The address that was typed. */
    public static URI read(String text) {
        try {
            return check(new URI(text));
        } catch (URISyntaxException e) {
            throw refused(text);
        }
    }

    static URI check(URI address) {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        boolean known = address.getHost() != null && address.getRawUserInfo() == null;
        if (!known || !(secure || isThisMachine(address))) {
            throw refused(address.toString());
        }
        return address;
    }

    /** What is asked for over https is answered over https, and nothing else leads to this machine. */
    static boolean mayLead(URI from, URI to) {
        try {
            check(to);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return "https".equalsIgnoreCase(to.getScheme()) && !isLocal(to) || isThisMachine(from);
    }

    private static boolean isThisMachine(URI address) {
        return "http".equalsIgnoreCase(address.getScheme()) && isLocal(address);
    }

    private static boolean isLocal(URI address) {
        return THIS_MACHINE.contains(address.getHost().toLowerCase(Locale.ROOT));
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException(
                "must be an address that begins with https://, without a user, but was " + text);
    }
}
