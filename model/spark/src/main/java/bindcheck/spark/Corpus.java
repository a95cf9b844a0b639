package bindcheck.spark;

import bindcheck.file.InputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/** Histories in files, one or many in each, wherever Hadoop can read. */
final class Corpus {
  /** How many bins there are for each task that runs at a time: the last ones even out. */
  private static final int BINS_A_TASK = 4;

  private final JavaSparkContext spark;
  private final List<Extent> extents;

  private Corpus(JavaSparkContext spark, List<Extent> extents) {
    this.spark = spark;
    this.extents = extents;
  }

  /**
   * Finds the histories in files.
   *
   * @param names files, folders or patterns, as Hadoop has them
   * @param pieceBytes how much of a file one task looks through
   * @throws InputException if there is nothing of that name
   */
  static Corpus find(JavaSparkContext spark, List<String> names, long pieceBytes) {
    Map<String, Long> lengths = new LinkedHashMap<>();
    for (String name : names) {
      try {
        addFiles(name, spark.hadoopConfiguration(), lengths);
      } catch (IOException | IllegalArgumentException why) {
        throw new InputException(name + ": expected files that can be read, found: " + reason(why));
      }
    }
    if (lengths.isEmpty()) {
      throw new InputException(String.join(" ", names) + ": expected histories, found no file");
    }
    List<Piece> pieces = new ArrayList<>();
    lengths.forEach((file, length) -> pieces.addAll(Piece.of(file, length, pieceBytes)));
    return new Corpus(spark, extents(scan(spark, pieces)));
  }

  private static String reason(Exception why) {
    String message = why.getMessage() == null ? why.toString() : why.getMessage();
    return message.lines().findFirst().orElse("");
  }

  private static void addFiles(String name, Configuration hadoop, Map<String, Long> lengths)
      throws IOException {
    Path pattern = new Path(name);
    FileSystem files = pattern.getFileSystem(hadoop);
    FileStatus[] found = files.globStatus(pattern);
    if (found == null || found.length == 0) {
      throw new FileNotFoundException("no such file");
    }
    for (FileStatus each : found) {
      RemoteIterator<LocatedFileStatus> all = files.listFiles(each.getPath(), true);
      while (all.hasNext()) {
        LocatedFileStatus file = all.next();
        if (!isHidden(file.getPath())) {
          lengths.put(file.getPath().toString(), file.getLen());
        }
      }
    }
  }

  /** What others write beside their data, such as {@code _SUCCESS}. */
  private static boolean isHidden(Path file) {
    return file.getName().startsWith("_") || file.getName().startsWith(".");
  }

  private static List<Beginnings> scan(JavaSparkContext spark, List<Piece> pieces) {
    int tasks = Math.min(pieces.size(), spark.defaultParallelism() * BINS_A_TASK);
    SerializableConfiguration hadoop = hadoop(spark);
    return spark.parallelize(pieces, tasks).map(piece -> scan(piece, hadoop.value())).collect();
  }

  /** How files are found, to be sent to every task. */
  private static SerializableConfiguration hadoop(JavaSparkContext spark) {
    return new SerializableConfiguration(spark.hadoopConfiguration());
  }

  private static Beginnings scan(Piece piece, Configuration hadoop) throws IOException {
    Path file = new Path(piece.file());
    try (FSDataInputStream in = file.getFileSystem(hadoop).open(file)) {
      return PieceScan.of(piece, in);
    }
  }

  private static List<Extent> extents(Collection<Beginnings> pieces) {
    Map<String, List<Beginnings>> byFile = new LinkedHashMap<>();
    pieces.forEach(
        each -> byFile.computeIfAbsent(each.piece().file(), file -> new ArrayList<>()).add(each));
    return byFile.values().stream().flatMap(all -> Beginnings.extents(all).stream()).toList();
  }

  /** How many histories there are. */
  int size() {
    return extents.size();
  }

  /** Judges each: rows as {@link Verdicts} has them, made when they are asked for. */
  JavaRDD<Row> judge(Terms terms) {
    List<List<Extent>> bins = Bins.of(extents, spark.defaultParallelism() * BINS_A_TASK);
    SerializableConfiguration hadoop = hadoop(spark);
    return spark
        .parallelize(bins, bins.size())
        .flatMap(bin -> judge(bin, terms, hadoop.value()).iterator());
  }

  private static List<Row> judge(List<Extent> bin, Terms terms, Configuration hadoop)
      throws IOException {
    try (ExtentJudge judge = new ExtentJudge(terms, hadoop)) {
      List<Row> rows = new ArrayList<>();
      for (Extent extent : bin) {
        rows.add(judge.judge(extent));
      }
      return rows;
    }
  }
}
