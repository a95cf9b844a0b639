package bindcheck.spark;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table of verdicts: a row for each history. */
final class Verdicts {
  /** What a history that cannot be read gets in the place of a verdict. */
  static final String MALFORMED = "MALFORMED";

  static final StructType SCHEMA =
      new StructType()
          .add("file", DataTypes.StringType, false)
          .add("line", DataTypes.LongType, false)
          .add("offset", DataTypes.LongType, false)
          .add("bytes", DataTypes.LongType, false)
          .add("target", DataTypes.StringType)
          .add("calls", DataTypes.LongType)
          .add("events", DataTypes.LongType)
          .add("variant", DataTypes.StringType, false)
          .add("verdict", DataTypes.StringType, false)
          .add("reason", DataTypes.StringType)
          .add("wrongLine", DataTypes.LongType)
          .add("observed", DataTypes.StringType)
          .add("allowed", DataTypes.createArrayType(DataTypes.StringType, false));

  private Verdicts() {}
}
