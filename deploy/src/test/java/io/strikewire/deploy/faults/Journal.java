package io.strikewire.deploy.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/** What a client was promised, on disk before it goes on. */
final class Journal implements AutoCloseable {

  /**
   * One promise.
   *
   * @param number the signal's number in its sender's count
   * @param status {@code ACCEPTED} or {@code DUPLICATE}
   * @param id the correlation id
   */
  record Promise(long number, String status, UUID id) {}

  private final Path file;
  private final FileChannel channel;

  Journal(Path file) throws IOException {
    this.file = file;
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  synchronized void write(List<Promise> promises) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Promise promise : promises) {
      lines.append(promise.number()).append(' ').append(promise.status()).append(' ');
      lines.append(promise.id()).append('\n');
    }
    channel.write(ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.US_ASCII)));
    channel.force(false);
  }

  List<Promise> promises() throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.split(" "))
        .map(part -> new Promise(Long.parseLong(part[0]), part[1], UUID.fromString(part[2])))
        .toList();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
