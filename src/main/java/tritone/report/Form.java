package tritone.report;

/** A way to show blocks, such as HTML or Markdown. */
interface Form {
    String prose(Prose prose);

    String listing(Listing listing);

    String table(Table table);

    String chart(Chart chart);

    String examples(Examples examples);
}
