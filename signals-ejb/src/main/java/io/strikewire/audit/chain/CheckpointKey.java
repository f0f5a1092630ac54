package io.strikewire.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** An Ed25519 key pair that signs how far a chain had come. */
public final class CheckpointKey {

  private static final String ALGORITHM = "Ed25519";

  private final PrivateKey secret;
  private final PublicKey open;
  private final String name;

  private CheckpointKey(PrivateKey secret, PublicKey open, String name) {
    this.secret = secret;
    this.open = open;
    this.name = name;
  }

  /**
   * Reads {@code PRIVATE.PUBLIC}, PKCS #8 and X.509 in Base64; empty when it is none, or when the
   * two do not belong together.
   */
  public static Optional<CheckpointKey> parse(String text) {
    String[] parts = text.strip().split("\\.", -1);
    if (parts.length != 2) {
      return Optional.empty();
    }
    try {
      KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
      Base64.Decoder decoder = Base64.getDecoder();
      CheckpointKey key =
          new CheckpointKey(
              keys.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(parts[0]))),
              keys.generatePublic(new X509EncodedKeySpec(decoder.decode(parts[1]))),
              parts[1]);
      ChainEnd probe = ChainEnd.none("");
      return key.signed(probe, key.sign(probe)) ? Optional.of(key) : Optional.empty();
    } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
      return Optional.empty();
    }
  }

  /** The public half, by which a checkpoint names the key it was signed with. */
  public String name() {
    return name;
  }

  /** Signs the end of a chain. */
  public byte[] sign(ChainEnd end) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(message(end));
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the key signed when it was read", impossible);
    }
  }

  /** Whether this key signed that end. */
  public boolean signed(ChainEnd end, byte[] signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(open);
      check.update(message(end));
      return check.verify(signature);
    } catch (GeneralSecurityException notASignature) {
      return false;
    }
  }

  private static byte[] message(ChainEnd end) {
    String text = "strikewire checkpoint\n" + end.chain() + "\n" + end.id() + "\n" + end.hash();
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "CheckpointKey[***]";
  }
}
