package io.strikewire.decide;

import io.strikewire.confluence.Confluence;
import io.strikewire.decision.Rejection;
import io.strikewire.market.MarketContext;
import io.strikewire.option.OptionContract;
import io.strikewire.option.OptionPrice;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rules of an entry, in the order in which they are asked. Each leaves its numbers in the
 * judgement, and refuses or not; the first refusal ends.
 */
public enum EntryRule {

  /** The indicator's own rules: some alerts are not meant to be traded. */
  INDICATOR {
    @Override
    @Nullable Rejection judge(EntryJudgement made) {
      made.indicator =
          Indicator.judge(
              made.question.metadata(),
              made.question.side(),
              made.age(),
              made.settings.maxTriggerAge());
      return made.indicator.refusal();
    }

    @Override
    String facts(EntryJudgement made) {
      Indicator said = made.indicator();
      return said.refusal() == null
          ? "adds " + said.points() + " points, size × " + said.size() + warnings(said)
          : "the alert's own marks: " + said.refusal();
    }

    private String warnings(Indicator said) {
      return said.warnings().isEmpty() ? "" : ", " + String.join(", ", said.warnings());
    }
  },

  /** Without knowing the market nothing is entered. */
  MARKET_CONTEXT {
    @Override
    @Nullable Rejection judge(EntryJudgement made) {
      made.market = made.question.around().context().reading().orElse(null);
      return made.market == null ? Rejection.MARKET_DATA_UNAVAILABLE : null;
    }

    @Override
    String facts(EntryJudgement made) {
      MarketContext market = made.market;
      return market == null
          ? "no market context"
          : made.question.around().context().freshness().toLowerCase(Locale.ROOT)
              + ": VIX "
              + market.vix()
              + ", trend "
              + market.trend()
              + ", regime "
              + market.regime()
              + ", bias "
              + market.bias();
    }
  },

  /** A nervous market makes the size smaller, a panicking one ends it. */
  VIX {
    @Override
    @Nullable Rejection judge(EntryJudgement made) {
      double vix = made.market().vix();
      made.vixFactor = vix > Confidence.NERVOUS_VIX ? made.settings.risk().vixReduction() : 1;
      return vix > made.settings.risk().maxVix() ? Rejection.VIX_TOO_HIGH : null;
    }

    @Override
    String facts(EntryJudgement made) {
      return "VIX " + made.market().vix() + ", at most " + made.settings.risk().maxVix();
    }
  },

  /** The sum of all adjustments, and a floor under it. */
  CONFIDENCE {
    @Override
    @Nullable Rejection judge(EntryJudgement made) {
      EntryQuestion asked = made.question;
      made.confluence =
          Confluence.of(
              asked.symbol(),
              asked.timeframe(),
              asked.side(),
              asked.around().peers(),
              made.settings.confluence());
      made.sum =
          Confidence.of(
              asked.side(),
              asked.around().context(),
              made.market(),
              asked.around().gex(),
              made.confluence,
              made.indicator().points(),
              made.cap().confidence(),
              made.settings.confidence());
      made.confidence = made.sum.total();
      return made.sum().isBelow(made.settings.confidence().least())
          ? Rejection.CONFIDENCE_TOO_LOW
          : null;
    }

    @Override
    String facts(EntryJudgement made) {
      return made.confidence + " of 100, at least " + made.settings.confidence().least();
    }
  },

  /** All multipliers at once, clamped, rounded down once, within the position's limit. */
  SIZE {
    @Override
    @Nullable Rejection judge(EntryJudgement made) {
      made.sizing =
          Sizing.of(
              made.confidence,
              made.sum()::exact,
              made.market().regime(),
              made.confluence().used(),
              made.vixFactor,
              made.indicator().size(),
              made.settings.size());
      int limit = Math.min(made.settings.size().positionLimit(), made.cap().contracts());
      made.contracts = Math.min(made.sizing.contracts(), limit);
      return made.contracts < made.least() ? Rejection.SIZE_BELOW_MINIMUM : null;
    }

    @Override
    String facts(EntryJudgement made) {
      return made.exactSize().toPlainString()
          + " contracts before rounding down, at least "
          + made.least()
          + ", at most "
          + Math.min(made.settings.size().positionLimit(), made.cap().contracts());
    }
  },

  /** What is bought has to be known. */
  CONTRACT {
    @Override
    @Nullable Rejection judge(EntryJudgement made) {
      return made.question.contractNamed() ? null : Rejection.CONTRACT_UNKNOWN;
    }

    @Override
    String facts(EntryJudgement made) {
      return made.question.contractNamed()
          ? "strike and expiration are named"
          : "strike and expiration are not both named";
    }
  },

  /** What it costs has to be known. */
  PREMIUM {
    @Override
    @Nullable Rejection judge(EntryJudgement made) {
      return made.question.around().price() instanceof OptionPrice.Known
          ? null
          : Rejection.PREMIUM_UNKNOWN;
    }

    @Override
    String facts(EntryJudgement made) {
      OptionPrice price = made.question.around().price();
      return price instanceof OptionPrice.Known known
          ? known.ask() + " USD by " + known.basis()
          : ((OptionPrice.Unknown) price).why();
    }
  },

  /** Everything open together stays within the limit; equal is allowed. */
  EXPOSURE {
    @Override
    @Nullable Rejection judge(EntryJudgement made) {
      BigDecimal ask = ((OptionPrice.Known) made.question.around().price()).ask();
      made.added =
          ask.multiply(BigDecimal.valueOf((long) made.contracts * OptionContract.MULTIPLIER));
      BigDecimal total = made.question.around().openExposure().add(made.added);
      return total.compareTo(made.maxExposure()) > 0 ? Rejection.MAX_EXPOSURE : null;
    }

    @Override
    String facts(EntryJudgement made) {
      return made.question.around().openExposure()
          + " + "
          + made.added()
          + " USD, at most "
          + made.maxExposure();
    }
  },

  /** One age limit for all, whoever sent it; and nothing that has not happened yet. */
  TRIGGER_AGE {
    @Override
    @Nullable Rejection judge(EntryJudgement made) {
      Duration age = made.age();
      if (age.negated().compareTo(made.settings.clockSkew()) > 0) {
        return Rejection.IN_THE_FUTURE;
      }
      return age.compareTo(made.settings.maxTriggerAge()) > 0 ? Rejection.TRIGGER_TOO_OLD : null;
    }

    @Override
    String facts(EntryJudgement made) {
      return "fired "
          + made.age().toMillis() / 1000.0
          + " s ago, at most "
          + made.settings.maxTriggerAge().toSeconds()
          + " s";
    }
  };

  /** The rules in their order, without a copy on each call. */
  static final EntryRule[] IN_ORDER = values();

  /** Asks the rule; what it refuses with, or null. */
  abstract @Nullable Rejection judge(EntryJudgement made);

  /** What the rule looked at, in a sentence a trader reads. */
  abstract String facts(EntryJudgement made);
}
