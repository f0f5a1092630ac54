package io.strikewire.context.feed;

/** A provider did not give what was asked for. */
public class FeedUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** For this reason. */
  public FeedUnavailable(String why) {
    super(why);
  }

  /** For this reason, and this cause. */
  public FeedUnavailable(String why, Throwable cause) {
    super(why, cause);
  }

  /** It asked us to come back later: asking again at once would not help. */
  public static final class TooOften extends FeedUnavailable {
    private static final long serialVersionUID = 1L;

    /** By status 429. */
    public TooOften() {
      super("the provider answered 429: asked too often");
    }
  }
}
