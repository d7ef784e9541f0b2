#!/bin/sh
# What helps a SimpleRNN: trains the lecture network with one thing changed at a time and prints a table in Markdown.
#
#     src/test/scripts/remedies.sh CORPUS [OPTION]...
#
# Options are passed on to every training, as in --validation 5000 --groups films.tsv. Some twelve minutes on two cores for
# 20,000 reviews of the Large Movie Review Dataset.
set -eu

tritone=$(cd "$(dirname "$0")/../../.." && pwd)/tritone
models=$(mktemp -d)
trap 'rm -rf "$models"' EXIT

echo "| SimpleRNN | validation accuracy | log loss | kept epoch |"
echo "|---|---|---|---|"

# row NAME OPTION... : a training, its best figures or the sentence that it ended with
row() {
    name=$1
    shift
    if said=$("$tritone" train --cell simple-rnn --replace --output "$models/model" "$@" 2>"$models/err"); then
        accuracy=$(echo "$said" | sed -n 's/^validation: \([0-9.]* %\).*/\1/p')
        loss=$(echo "$said" | sed -n 's/.*log loss \([0-9.]*\)$/\1/p')
        epoch=$(echo "$said" | sed -n 's/.*weights of epoch \([0-9]*\)$/\1/p')
        echo "| $name | $accuracy | $loss | $epoch |"
    else
        echo "| $name | $(sed -n 's/^tritone: \(.*\), at a learning rate.*/\1/p' "$models/err") | | |"
    fi
}

naive="--recurrent-init xavier --clip-norm none"
# shellcheck disable=SC2086 # options are several words
{
    row "Xavier start, no clipping" "$@" $naive
    row "Xavier start, clipped to 1" "$@" --recurrent-init xavier
    row "identity start, no clipping" "$@" --recurrent-init identity --clip-norm none
    row "identity start, clipped to 1" "$@" --recurrent-init identity
    row "orthogonal start, no clipping" "$@" --clip-norm none
    row "orthogonal start, clipped to 1 (lecture)" "$@"
    row "ReLU, Xavier start, no clipping" "$@" --variant relu $naive
    row "ReLU, Xavier start, clipped to 1" "$@" --variant relu --recurrent-init xavier
    row "ReLU, identity start, no clipping" "$@" --variant relu --recurrent-init identity --clip-norm none
    row "ReLU, identity start, clipped to 1" "$@" --variant relu --recurrent-init identity
    row "lecture, inputs normalised by layer" "$@" --normalisation layer
    row "lecture, inputs normalised by batch" "$@" --normalisation batch
    row "lecture, backward window of 16 steps" "$@" --window 16
    row "lecture, backward window of 64 steps" "$@" --window 64
}
