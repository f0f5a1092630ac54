/** The keys of programs and people, as the command line makes and ends them. */
@NullMarked
package io.strikewire.deploy.keys;

import org.jspecify.annotations.NullMarked;
