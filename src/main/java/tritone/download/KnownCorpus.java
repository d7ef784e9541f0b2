package tritone.download;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A data set that can be fetched.
 *
 * @param name of its folder among the corpora
 * @param citation what its authors ask to be named by
 */
public record KnownCorpus(String name, String title, PublishedArchive archive, ArchiveLayout layout, String citation) {
    private static final String NOTE = "README.md";

    public static final KnownCorpus IMDB = new KnownCorpus(
            "imdb",
            "Large Movie Review Dataset",
            new PublishedArchive(
                    URI.create("https://ai.stanford.edu/~amaas/data/sentiment/aclImdb_v1.tar.gz"),
                    84_125_825,
                    "7c2ac02c03563afcf9b574c7e56c153a",
                    "01ada507287d82875905620988597833ad4e0903",
                    "c40f74a18d3b61f90feba1e17730e0d38e8b97c05fde7008942e91923d1658fe"),
            new LargeMovieReviews(),
            """
            Andrew L. Maas, Raymond E. Daly, Peter T. Pham, Dan Huang, Andrew Y. Ng and Christopher Potts (2011):
            Learning Word Vectors for Sentiment Analysis. Proceedings of the 49th Annual Meeting of the Association for
            Computational Linguistics: Human Language Technologies, pages 142-150. https://aclanthology.org/P11-1015/
            """);

    /** All that are known; each is an entry here and nowhere else. */
    public static final List<KnownCorpus> ALL = List.of(IMDB);

    public KnownCorpus {
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("name must be of a-z, 0-9 and - but was " + name);
        }
    }

    /** Whether this folder is this corpus as it is made here, of the archive that is meant now. */
    public boolean isIn(Path folder) throws IOException {
        Path note = folder.resolve(NOTE);
        return Files.isRegularFile(note) && Files.readString(note).contains(archive.sha256());
    }

    void writeNote(Path folder) throws IOException {
        Files.writeString(folder.resolve(NOTE), note());
    }

    private String note() {
        return """
                # %s

                Fetched and converted by `tritone corpus fetch %s`; `--again` replaces this folder.

                The archive lies at %s
                and has %s bytes.

                ```
                MD5      %s
                SHA-1    %s
                SHA-256  %s
                ```

                Whoever uses it is asked to cite:

                > %s
                """.formatted(
                        title,
                        name,
                        archive.home(),
                        PublishedArchive.figure(archive.bytes()),
                        archive.md5(),
                        archive.sha1(),
                        archive.sha256(),
                        citation.strip().replace("\n", "\n> "));
    }
}
