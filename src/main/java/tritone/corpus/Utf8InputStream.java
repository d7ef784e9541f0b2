package tritone.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Text of another charset as UTF-8. In the place of what is no text in that charset stands a byte that is none in UTF-8
 * either: so whoever reads lines finds the bad one, and goes on after it.
 */
final class Utf8InputStream extends InputStream {
    private static final byte NO_TEXT = (byte) 0xff;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 13).limit(0);
    private final CharBuffer characters = CharBuffer.allocate(1 << 13);
    private byte[] text = {};
    private int next;
    private boolean ended; // nothing more to read from below
    private boolean flushed;

    Utf8InputStream(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        while (next == text.length) {
            if (flushed) {
                return -1;
            }
            fill();
        }
        int read = Math.min(length, text.length - next);
        System.arraycopy(text, next, to, offset, read);
        next += read;
        return read;
    }

    /** Decodes what is there, or one piece that is no text. */
    private void fill() throws IOException {
        CoderResult result = decoder.decode(bytes, characters, ended);
        boolean noText = result.isError();
        if (noText) {
            bytes.position(bytes.position() + result.length());
        } else if (result.isUnderflow() && !ended) {
            readMore();
        } else if (result.isUnderflow()) {
            flushed = decoder.flush(characters).isUnderflow();
        }
        take(noText);
    }

    private void readMore() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
    }

    private void take(boolean noText) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(characters.flip());
        text = new byte[encoded.remaining() + (noText ? 1 : 0)];
        encoded.get(text, 0, encoded.remaining());
        if (noText) {
            text[text.length - 1] = NO_TEXT;
        }
        next = 0;
        characters.clear();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
