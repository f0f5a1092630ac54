package io.strikewire.gex.profile;

import io.strikewire.gex.GammaRegime;
import io.strikewire.gex.GexHorizon;
import io.strikewire.gex.GexProfile;
import io.strikewire.gex.GexProfile.AtExpiry;
import io.strikewire.gex.GexProfile.Band;
import io.strikewire.gex.GexProfile.Convention;
import io.strikewire.gex.GexProfile.Measures;
import io.strikewire.gex.GexSignal;
import io.strikewire.gex.SignConvention;
import io.strikewire.gex.chain.OptionChain;
import io.strikewire.payload.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Values a chain under a convention. */
public final class ExposureProfile {

  /** Share of the gross exposure from which on a sign is a statement. */
  private static final double CLEAR = 0.1;

  private final OptionChain chain;
  private final Convention convention;
  private final ChainShape shape;
  private final Completed measures;
  private final StrikeSums sums;
  private final GammaCurve curve;
  private final Believability belief;

  private ExposureProfile(OptionChain chain, Convention convention) {
    this.chain = chain;
    this.convention = convention;
    this.shape = new ChainShape(chain);
    this.measures = new Completed(chain, shape, convention.dayCount());
    this.sums = new StrikeSums(chain, shape, measures);
    this.curve = new GammaCurve(chain, shape, measures, convention.sign());
    this.belief = new Believability(chain, curve, convention);
  }

  /** The profile, unless its figures contradict each other. */
  public static Valuation of(OptionChain chain, Convention convention) {
    ExposureProfile valued = new ExposureProfile(chain, convention);
    GexProfile profile = valued.profile();
    return valued
        .contradiction(profile)
        .<Valuation>map(Valuation.Contradictory::new)
        .orElseGet(() -> new Valuation.Valued(profile));
  }

  /** The profile of a chain that was accepted, under another convention. */
  public static GexProfile again(OptionChain chain, Convention convention) {
    return new ExposureProfile(chain, convention).profile();
  }

  private GexProfile profile() {
    double[] levels = Crossings.levels(chain.spot(), convention.levels());
    double[][] nets = curve.at(levels, convention.dayCount());
    StrikeSums.cumulate(nets);
    List<GexSignal> signals = new ArrayList<>();
    for (GexHorizon horizon : GexHorizon.values()) {
      signals.add(signal(horizon, Crossings.of(levels, nets[horizon.ordinal()])));
    }
    GexSignal all = signals.get(GexHorizon.ALL.ordinal());
    SignConvention sign = convention.sign();
    List<AtExpiry> expiries = sums.expiries(sign.calls(), sign.puts());
    return new GexProfile(
        chain.symbol(),
        chain.asOf(),
        chain.spot(),
        chain.count().inFile(),
        all.callExposure(),
        all.putExposure(),
        sums.callWall(chain.spot()),
        sums.putWall(chain.spot()),
        all.zeroGamma(),
        all.direction(),
        all.strength(),
        convention,
        measures(all, belief.band(all.netExposure(), measures, all.zeroGamma()), expiries),
        measures.oddities,
        sums.strikes(sign.calls(), sign.puts()),
        expiries,
        signals);
  }

  private GexSignal signal(GexHorizon horizon, List<Double> zeroGamma) {
    double[] calls = sums.calls[horizon.ordinal()];
    double[] puts = sums.puts[horizon.ordinal()];
    SignConvention sign = convention.sign();
    double[] nets = new double[calls.length];
    for (int i = 0; i < nets.length; i++) {
      nets[i] = sign.calls() * calls[i] + sign.puts() * puts[i];
    }
    double call = DoubleStream.of(calls).sum();
    double put = DoubleStream.of(puts).sum();
    double net = sign.calls() * call + sign.puts() * put;
    return new GexSignal(
        horizon,
        sums.contracts[horizon.ordinal()],
        StrikeSums.signed(sign.calls(), call),
        StrikeSums.signed(sign.puts(), put),
        zeroGamma,
        HedgingSide.of(chain.spot(), net, shape.strikes, nets, zeroGamma),
        call + put > 0 ? Math.min(1, Math.abs(net) / (call + put)) : 0,
        Optional.empty());
  }

  private Measures measures(GexSignal all, Band band, List<AtExpiry> expiries) {
    GammaCurve.Drift drift = curve.drift(chain.spot(), convention.dayCount());
    GammaRegime regime =
        !band.signCertain()
            ? GammaRegime.UNCERTAIN
            : all.netExposure() > 0 ? GammaRegime.DAMPENING : GammaRegime.AMPLIFYING;
    return new Measures(
        regime,
        band,
        expiries.stream().map(AtExpiry::maxPain).flatMap(Optional::stream).findFirst(),
        putsOverCalls(measures.volume),
        putsOverCalls(measures.openInterest),
        drift.vanna(),
        drift.charm(),
        ExpectedMoves.of(chain, shape, measures, convention.dayCount()));
  }

  private Optional<Double> putsOverCalls(double[] counts) {
    double calls = 0;
    double puts = 0;
    for (int row = 0; row < counts.length; row++) {
      if (chain.isCall(row)) {
        calls += counts[row];
      } else {
        puts += counts[row];
      }
    }
    return calls > 0 ? Optional.of(puts / calls) : Optional.empty();
  }

  /**
   * The file's gamma and its volatilities tell the same story twice. When both speak clearly and
   * disagree on the sign, then net exposure, crossings and regime cannot all be right.
   */
  private Optional<Mistake> contradiction(GexProfile profile) {
    double net = profile.netExposure();
    double model = belief.model(convention.dayCount());
    double gross = Math.abs(profile.callExposure()) + Math.abs(profile.putExposure());
    boolean clear = Math.abs(net) > CLEAR * gross && Math.abs(model) > CLEAR * gross;
    return clear && net < 0 != model < 0
        ? Optional.of(
            new Mistake(
                "gamma",
                String.format(
                    Locale.ROOT,
                    "net exposure %.4g USD by gamma, %.4g USD by volatility",
                    net,
                    model),
                "gamma and volatility that agree on which side dealers are"))
        : Optional.empty();
  }
}
