package io.strikewire.gex.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Columns as plain values. */
final class Columns {

  private Columns() {}

  static int[] ints(ResultSet row, String column) throws SQLException {
    Integer[] boxed = (Integer[]) row.getArray(column).getArray();
    int[] values = new int[boxed.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = boxed[i];
    }
    return values;
  }

  static double[] doubles(ResultSet row, String column) throws SQLException {
    Double[] boxed = (Double[]) row.getArray(column).getArray();
    double[] values = new double[boxed.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = boxed[i];
    }
    return values;
  }

  /** Empty for SQL's null. */
  static Optional<Double> measure(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, Double.class));
  }
}
