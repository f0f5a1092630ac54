package io.strikewire.deploy.faults;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between the instances and PostgreSQL and does to their connections what networks do. */
final class FaultyProxy implements AutoCloseable {

  /** What can be done to one connection. */
  enum Fault {
    /** Everything comes late for a while. */
    DELAY,
    /** Nothing comes any more for longer than anyone waits; then the connection ends. */
    STALL,
    /** Both sides are reset. */
    RESET,
    /** The server's next answer breaks off in the middle. */
    CUT,
    /** The next COMMIT is executed, and its answer never comes. */
    DROP_COMMIT_ANSWER
  }

  private final ServerSocket listener;
  private final int target;
  private final List<Link> links = new CopyOnWriteArrayList<>();
  private final AtomicInteger commitAnswersDropped = new AtomicInteger();

  private FaultyProxy(ServerSocket listener, int target) {
    this.listener = listener;
    this.target = target;
  }

  static FaultyProxy before(int target) throws IOException {
    FaultyProxy proxy =
        new FaultyProxy(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), target);
    daemon(proxy::accept);
    return proxy;
  }

  int port() {
    return listener.getLocalPort();
  }

  int commitAnswersDropped() {
    return commitAnswersDropped.get();
  }

  /** Does it to a connection chosen by {@code random}; whether there was one. */
  boolean inject(Fault fault, Random random) {
    List<Link> open = List.copyOf(links);
    if (open.isEmpty()) {
      return false;
    }
    if (fault == Fault.DROP_COMMIT_ANSWER) {
      // Whichever connection commits next: most of them are idle.
      dropNext.set(1);
      return true;
    }
    open.get(random.nextInt(open.size())).suffer(fault);
    return true;
  }

  private final AtomicInteger dropNext = new AtomicInteger();

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        links.add(new Link(client));
      } catch (IOException closed) {
        // The loop's condition decides.
        continue;
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    links.forEach(Link::end);
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  /** One proxied connection. */
  private final class Link {
    private final Socket client;
    private final Socket server;
    private volatile long delayUntil;
    private volatile boolean stalled;
    private volatile boolean cut;
    private volatile boolean swallow;

    Link(Socket client) throws IOException {
      this.client = client;
      Socket connected;
      try {
        connected = new Socket(InetAddress.getLoopbackAddress(), target);
      } catch (IOException away) {
        client.close();
        throw away;
      }
      this.server = connected;
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      daemon(this::forward);
      daemon(this::backward);
    }

    void suffer(Fault fault) {
      switch (fault) {
        case DELAY -> delayUntil = System.nanoTime() + 1_000_000_000L;
        case STALL -> {
          stalled = true;
          daemon(
              () -> {
                sleep(20_000);
                end();
              });
        }
        case RESET -> {
          lingerNot(client);
          lingerNot(server);
          end();
        }
        case CUT -> cut = true;
        default -> throw new IllegalArgumentException("not of one connection: " + fault);
      }
    }

    private void forward() {
      try (InputStream in = client.getInputStream();
          OutputStream out = server.getOutputStream()) {
        FrontendMessages messages = new FrontendMessages(new DataInputStream(in));
        while (true) {
          FrontendMessages.Message message = messages.next();
          hold();
          if (message.commits() && dropNext.compareAndSet(1, 0)) {
            swallow = true;
          }
          out.write(message.bytes());
          out.flush();
        }
      } catch (IOException ended) {
        end();
      }
    }

    private void backward() {
      byte[] chunk = new byte[16 * 1024];
      try (InputStream in = server.getInputStream();
          OutputStream out = client.getOutputStream()) {
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
          hold();
          if (swallow) {
            commitAnswersDropped.incrementAndGet();
            break;
          }
          out.write(chunk, 0, cut ? read / 2 : read);
          out.flush();
          if (cut) {
            break;
          }
        }
      } catch (IOException ended) {
        // Both ends are closed below.
      }
      end();
    }

    private void hold() {
      while (stalled && links.contains(this)) {
        sleep(20);
      }
      if (System.nanoTime() < delayUntil) {
        sleep(30);
      }
    }

    private void lingerNot(Socket socket) {
      try {
        socket.setSoLinger(true, 0);
      } catch (SocketException gone) {
        // It is closed already, which is what was wanted.
        links.remove(this);
      }
    }

    private void end() {
      links.remove(this);
      for (Socket socket : List.of(client, server)) {
        try {
          socket.close();
        } catch (IOException gone) {
          continue;
        }
      }
    }
  }

  private static void sleep(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
