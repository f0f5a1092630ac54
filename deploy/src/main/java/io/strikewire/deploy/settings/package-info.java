/** What the environment and the arguments say, read with every mistake named. */
@NullMarked
package io.strikewire.deploy.settings;

import org.jspecify.annotations.NullMarked;
