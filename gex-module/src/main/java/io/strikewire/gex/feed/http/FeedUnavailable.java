package io.strikewire.gex.feed.http;

/** The provider did not give a file. */
class FeedUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FeedUnavailable(String why) {
    super(why);
  }

  FeedUnavailable(String why, Throwable cause) {
    super(why, cause);
  }

  /** It asked us to come back later: asking again at once would not help. */
  static final class TooOften extends FeedUnavailable {
    private static final long serialVersionUID = 1L;

    TooOften() {
      super("the provider answered 429: asked too often");
    }
  }
}
