/**
 * What is shown once and kept as a hash: keys of programs and people, tokens of senders that cannot
 * sign.
 */
@NullMarked
package io.strikewire.deploy.secrets;

import org.jspecify.annotations.NullMarked;
