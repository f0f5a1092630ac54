/** The tokens of senders that cannot sign, as the command line makes and ends them. */
@NullMarked
package io.strikewire.deploy.tokens;

import org.jspecify.annotations.NullMarked;
