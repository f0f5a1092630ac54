package io.strikewire.gex.store;

import io.strikewire.db.Migrations;
import io.strikewire.gex.GexProfile;
import io.strikewire.gex.GexProfile.Convention;
import io.strikewire.gex.SignConvention;
import io.strikewire.gex.chain.ChainFile;
import io.strikewire.gex.chain.OptionChain;
import io.strikewire.gex.profile.ExposureProfile;
import io.strikewire.gex.profile.Valuation;
import io.strikewire.signal.Symbol;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The full SPX chain of 2022-12-12 (19,156 contracts). {@code profile} does what the numpy script
 * does, and the band, vanna, charm and horizons besides; {@code stored} writes it too, in one
 * durable transaction.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ChainBenchmark {

  private static final Symbol SPX = new Symbol("SPX");
  private static final Convention USUAL =
      new Convention(SignConvention.LONG_CALLS_SHORT_PUTS, 252, 60);

  private byte[] file;
  private OptionChain chain;

  /** Reads the file named by {@code -Dchain=}. */
  @Setup
  public void read() throws IOException {
    try (InputStream packed = Files.newInputStream(Path.of(System.getProperty("chain")));
        InputStream content = new GZIPInputStream(packed)) {
      file = content.readAllBytes();
    }
    chain = parse();
  }

  /** Bytes to columns. */
  @Benchmark
  public OptionChain parse() {
    return ((OptionChain.Reading.Read) ChainFile.read(SPX, file)).chain();
  }

  /** Columns to profile. */
  @Benchmark
  public GexProfile value() {
    return ((Valuation.Valued) ExposureProfile.of(chain, USUAL)).profile();
  }

  /** Bytes to profile. */
  @Benchmark
  public GexProfile profile() {
    return ((Valuation.Valued) ExposureProfile.of(parse(), USUAL)).profile();
  }

  /** Bytes to a committed profile with all quotes. */
  @Benchmark
  public int stored(Database database) throws SQLException {
    OptionChain read = parse();
    GexProfile profile = ((Valuation.Valued) ExposureProfile.of(read, USUAL)).profile();
    ChainRows.write(database.connection, UUID.randomUUID(), read, profile, Instant.now());
    database.connection.commit();
    return profile.contracts();
  }

  /** A PostgreSQL that commits durably, as the product's does. */
  @State(Scope.Benchmark)
  public static class Database {

    private EmbeddedPostgres postgres;
    private Connection connection;

    /** Starts it. */
    @Setup(Level.Trial)
    public void start() throws IOException, SQLException {
      postgres =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .start();
      new Migrations(postgres.getPostgresDatabase()).apply();
      connection = postgres.getPostgresDatabase().getConnection();
      connection.setAutoCommit(false);
    }

    /** Stops it. */
    @TearDown(Level.Trial)
    public void stop() throws IOException, SQLException {
      connection.close();
      postgres.close();
    }
  }
}
