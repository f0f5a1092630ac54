package io.strikewire.deploy.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A disk of its own, in memory, small enough to be filled. */
final class SmallDisk implements AutoCloseable {

  private static final int CHUNK = 64 * 1024;

  private final Path root;

  private SmallDisk(Path root) {
    this.root = root;
  }

  /** Mounts one; empty where that is not allowed. */
  static Optional<SmallDisk> mount(Path at, int megabytes)
      throws IOException, InterruptedException {
    Files.createDirectories(at);
    ProcessBuilder mount =
        new ProcessBuilder(
            "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", at.toString());
    try {
      return mount.redirectErrorStream(true).start().waitFor() == 0
          ? Optional.of(new SmallDisk(at))
          : Optional.empty();
    } catch (IOException noSuchCommand) {
      return Optional.empty();
    }
  }

  Path root() {
    return root;
  }

  /** Takes all the room that is left. */
  void fill() throws IOException {
    byte[] chunk = new byte[CHUNK];
    try (OutputStream filler = Files.newOutputStream(filler())) {
      while (Files.getFileStore(root).getUsableSpace() > 0) {
        filler.write(chunk);
      }
    } catch (IOException noRoomLeft) {
      if (Files.getFileStore(root).getUsableSpace() > CHUNK) {
        throw noRoomLeft;
      }
    }
  }

  /** Gives it back. */
  void free() throws IOException {
    Files.delete(filler());
  }

  private Path filler() {
    return root.resolve("filler");
  }

  @Override
  public void close() throws IOException {
    new ProcessBuilder("umount", "-l", root.toString()).start().onExit().join();
  }
}
